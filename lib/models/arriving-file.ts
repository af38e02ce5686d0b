import { changeManifest, fileAt, type ModelFolder } from "./model-folders.ts";
import { NotAsPromised } from "./interruption.ts";
import { isWhole, type KeptFile, type Manifest, sha256Of, STEP_BYTES } from "./model-manifest.ts";
import { type FileInPlace, openInPlace } from "./open-in-place.ts";
import type { WholeHash } from "./whole-hash.ts";

/**
 * A file while it arrives: written in steps, each named in the manifest when it lies on the disk.
 * For workers only, which alone have the handles that write in place.
 */
export class ArrivingFile {
  /** How much has come, written or not. */
  bytes = 0;
  readonly #folder: ModelFolder;
  readonly #file: KeptFile;
  readonly #handle: FileInPlace;
  readonly #whole: WholeHash;
  #step = new Uint8Array(STEP_BYTES);
  /** The step before this one, while it is named. */
  #naming: Promise<void> = Promise.resolve();
  #hashing: Promise<void> = Promise.resolve();

  private constructor(
    { folder, file, whole }: { folder: ModelFolder; file: KeptFile; whole: WholeHash },
    handle: FileInPlace,
  ) {
    this.#folder = folder;
    this.#file = file;
    this.#whole = whole;
    this.#handle = handle;
  }

  /**
   * Opens a file to go on where it was left: after the last step on the disk that is still what it
   * was. What lies behind that is cut off.
   */
  static async open(into: {
    folder: ModelFolder;
    file: KeptFile;
    whole: WholeHash;
  }): Promise<ArrivingFile> {
    const { folder, file } = into;
    const handle = await openInPlace(await fileAt(folder.handle, file.path, { create: true }));
    const arriving = new ArrivingFile(into, handle);
    try {
      await arriving.#takeUp();
      return arriving;
    } catch (thrown) {
      handle.close();
      throw thrown;
    }
  }

  /** Adds what has come. Settles when there is room for more. */
  async add(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < bytes.byteLength;) {
      const filled = this.bytes % STEP_BYTES;
      const part = bytes.subarray(at, at + STEP_BYTES - filled);
      this.#step.set(part, filled);
      this.#write(part, this.bytes);
      this.bytes += part.byteLength;
      at += part.byteLength;
      // the last step is named when the whole file was looked at
      const isFull = this.bytes % STEP_BYTES === 0 && this.bytes < this.#file.bytes;
      if (isFull) await this.#passOn();
    }
  }

  /**
   * Names the last step if the whole file is what the hub promised.
   * @throws NotAsPromised if it is not; then nothing of the file is named any more.
   */
  async finish(): Promise<void> {
    await this.#naming;
    const start = Math.floor(Math.max(0, this.bytes - 1) / STEP_BYTES) * STEP_BYTES;
    const step = this.#step.subarray(0, this.bytes - start);
    this.#handle.flush();
    const hash = await sha256Of(step);
    await this.#hash(step);
    if ((await this.#whole.digest()) !== (this.#file.sha256 ?? this.#file.gitSha1)) {
      await this.#name(() => []);
      this.#handle.truncate(0);
      throw new NotAsPromised(this.#file.path, "its hash is another");
    }
    await this.#name((named) => [...named, hash]);
  }

  /** Lets go of the file, when all that was passed on is named. */
  async close(): Promise<void> {
    await this.#naming.catch(() => {}); // whoever added was told
    this.#handle.close();
    this.#whole.end();
  }

  async #takeUp(): Promise<void> {
    const { stepSha256 } = this.#file;
    for (const expected of stepSha256) {
      const step = new Uint8Array(STEP_BYTES);
      const readBytes = this.#handle.read(step, { at: this.bytes });
      if (readBytes < STEP_BYTES || (await sha256Of(step)) !== expected) break;
      await this.#hash(step);
      this.bytes += STEP_BYTES;
    }
    this.#handle.truncate(this.bytes);
    const steps = this.bytes / STEP_BYTES;
    if (steps < stepSha256.length) await this.#name((named) => named.slice(0, steps));
  }

  /** Names a full step while the next one fills. */
  async #passOn(): Promise<void> {
    await this.#naming;
    const step = this.#step;
    this.#step = new Uint8Array(STEP_BYTES);
    this.#naming = this.#nameStep(step);
    this.#naming.catch(() => {}); // thrown to whoever adds next
  }

  async #nameStep(step: Uint8Array<ArrayBuffer>): Promise<void> {
    const hash = await sha256Of(step);
    await this.#hash(step);
    await this.#name((named) => [...named, hash]);
  }

  /** Adds a step to the whole file's hash, which works on it while the next one comes. */
  async #hash(step: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#hashing;
    this.#hashing = this.#whole.add(step);
    this.#hashing.catch(() => {}); // thrown by the next step, or the digest
  }

  #write(bytes: Uint8Array<ArrayBuffer>, at: number): void {
    const writtenBytes = this.#handle.write(bytes, { at });
    if (writtenBytes < bytes.byteLength)
      throw new DOMException("the disk took a part only", "QuotaExceededError");
  }

  async #name(change: (named: readonly string[]) => string[]): Promise<void> {
    await changeManifest(this.#folder, (manifest) => changeSteps(manifest, this.#file, change));
  }
}

function changeSteps(
  manifest: Manifest,
  { path }: KeptFile,
  change: (named: readonly string[]) => string[],
): Manifest {
  const arriving = manifest.arriving.map((file) =>
    file.path === path && !isWhole(file) ? { ...file, stepSha256: change(file.stepSha256) } : file,
  );
  return { ...manifest, arriving };
}
