import { isWhole, type KeptFile, sha256Of, STEP_BYTES } from "./model-manifest.ts";
import { findModelFile } from "./model-store.ts";
import type { FileInPlace } from "./open-in-place.ts";

/**
 * A file of a stored model, held open so that nobody can change it meanwhile. Reading blocks, so
 * this is for workers, and is the only way to give a library bytes in the moment it asks for them.
 */
export class StoredFile {
  readonly byteLength: number;
  readonly #handle: FileInPlace;

  private constructor(handle: FileInPlace) {
    this.#handle = handle;
    this.byteLength = handle.getSize();
  }

  /** Null if the model has no such file. */
  static async open(modelId: string, path: string): Promise<StoredFile | null> {
    const handle = await findModelFile(modelId, path);
    return handle && new StoredFile(await handle.createSyncAccessHandle(readOnly));
  }

  /** Fills `target` with the bytes from `offset` on. @throws RangeError where there are fewer. */
  readInto(target: Uint8Array<ArrayBuffer>, offset: number): void {
    if (this.#handle.read(target, { at: offset }) !== target.byteLength)
      throw new RangeError(`no ${target.byteLength} bytes at ${offset}`);
  }

  /** `length` bytes from `offset` on. @throws RangeError where there are fewer. */
  read(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length);
    this.readInto(bytes, offset);
    return bytes;
  }

  /** Whether every byte is what was stored. `onStep` hears how many bytes of it were looked at. */
  async isAsStored(kept: KeptFile, onStep: (bytes: number) => void): Promise<boolean> {
    if (this.byteLength !== kept.bytes || !isWhole(kept)) return false;
    const window = new Uint8Array(Math.min(STEP_BYTES, kept.bytes));
    let soFar = Promise.resolve(true);
    for (const [index, expected] of kept.stepSha256.entries()) {
      const step = window.subarray(0, Math.min(STEP_BYTES, kept.bytes - index * STEP_BYTES));
      this.readInto(step, index * STEP_BYTES);
      const isGood = sha256Of(step).then((sha256) => sha256 === expected); // of a copy of it
      if (!(await soFar)) return false;
      soFar = isGood; // while it is computed the next step is read
      onStep(step.byteLength);
    }
    return soFar;
  }

  close(): void {
    this.#handle.close();
  }
}

/** Several may read at once; a writer waits (https://fs.spec.whatwg.org). */
const readOnly = { mode: "read-only" } as const;
