/** A file whose bytes can be had from any place, without waiting. */
export interface ReadableFile {
  readonly byteLength: number;
  /** Fills `target` with the bytes from `offset` on. */
  readInto(target: Uint8Array<ArrayBuffer>, offset: number): void;
}

/** Browsers hold on to every buffer that a file was read into, so there is one, and it is small. */
const WINDOW_BYTES = 2 ** 23;

/**
 * A file that passes for an array of its bytes, and reads only those that are asked for. ONNX
 * Runtime takes external data as an array and copies each weight out of it by `subarray`: from this
 * one they come from the disk, and never lie in memory all together. What `subarray` gives is good
 * until it is called again.
 */
export class LazyBytes extends Uint8Array<ArrayBuffer> {
  readonly #file: ReadableFile;
  readonly #window = new Uint8Array(WINDOW_BYTES);
  #large = new Uint8Array(0);

  constructor(file: ReadableFile) {
    super(new ArrayBuffer(0));
    this.#file = file;
    Object.defineProperty(this, "byteLength", { value: file.byteLength });
  }

  override subarray(begin = 0, end = this.#file.byteLength): Uint8Array<ArrayBuffer> {
    this.release();
    return end - begin <= WINDOW_BYTES ? this.#look(begin, end) : this.#gather(begin, end);
  }

  /** Frees what the last large read took at once; a collector would let hundreds of MB gather. */
  release(): void {
    this.#large.buffer.transfer(0);
    this.#large = new Uint8Array(0);
  }

  #look(begin: number, end: number): Uint8Array<ArrayBuffer> {
    const seen = this.#window.subarray(0, end - begin);
    this.#file.readInto(seen, begin);
    return seen;
  }

  #gather(begin: number, end: number): Uint8Array<ArrayBuffer> {
    this.#large = new Uint8Array(end - begin);
    for (let at = begin; at < end; at += WINDOW_BYTES)
      this.#large.set(this.#look(at, Math.min(at + WINDOW_BYTES, end)), at - begin);
    return this.#large;
  }
}
