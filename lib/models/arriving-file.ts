import { changeManifest, fileAt, type ModelFolder } from "./model-folders.ts";
import { NotAsPromised } from "./interruption.ts";
import { isWhole, type KeptFile, sha256Of, STEP_BYTES } from "./model-manifest.ts";
import { type FileInPlace, openInPlace } from "./open-in-place.ts";
import { journalPath, StepJournal } from "./step-journal.ts";
import type { WholeHash } from "./whole-hash.ts";

/** What comes is written when there is so much of it; a step at once would be lost on a full disk. */
const WRITE_BYTES = 1024 * 1024;

/** A file that is to arrive in a folder, and the hash of it that is begun. */
interface Arrival {
  folder: ModelFolder;
  file: KeptFile;
  whole: WholeHash;
}

/**
 * A file while it arrives: each of its steps is named in the journal when it lies on the disk, and
 * the last one in the manifest when the whole file is what it should be. For workers only, which
 * alone have the handles that write in place.
 */
export class ArrivingFile {
  /** How much has come, written or not. */
  bytes = 0;
  #writtenBytes = 0;
  readonly #folder: ModelFolder;
  readonly #file: KeptFile;
  readonly #handle: FileInPlace;
  readonly #journal: StepJournal;
  readonly #whole: WholeHash;
  /** The hashes of the steps that are on the disk. */
  #named: string[] = [];
  #step = new Uint8Array(STEP_BYTES);
  /** Steps that were added to the hash, to be filled anew: making one costs more than writing it. */
  readonly #spare: Uint8Array<ArrayBuffer>[] = [];
  /** The step before this one, while it is named. */
  #naming: Promise<void> = Promise.resolve();
  #hashing: Promise<void> = Promise.resolve();

  private constructor(
    { folder, file, whole }: Arrival,
    { handle, journal }: { handle: FileInPlace; journal: StepJournal },
  ) {
    this.#folder = folder;
    this.#file = file;
    this.#whole = whole;
    this.#handle = handle;
    this.#journal = journal;
  }

  /**
   * Opens a file to go on where it was left: after the last step on the disk that is still what it
   * was. What lies behind that is cut off.
   */
  static async open(arrival: Arrival): Promise<ArrivingFile> {
    const { folder, file } = arrival;
    const create = { create: true };
    const handle = await openInPlace(await fileAt(folder.handle, file.path, create));
    const journalFile = await fileAt(folder.handle, journalPath(file.path), create);
    const journal = await StepJournal.open(journalFile);
    const arriving = new ArrivingFile(arrival, { handle, journal });
    try {
      await arriving.#takeUp();
      return arriving;
    } catch (thrown) {
      await arriving.close();
      throw thrown;
    }
  }

  /** Adds what has come. Settles when there is room for more. */
  async add(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < bytes.byteLength;) {
      const filled = this.bytes % STEP_BYTES;
      const part = bytes.subarray(at, at + STEP_BYTES - filled);
      this.#step.set(part, filled);
      this.bytes += part.byteLength;
      at += part.byteLength;
      if (this.bytes - this.#writtenBytes >= WRITE_BYTES) this.#write();
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
    this.#write();
    const hash = await sha256Of(step);
    await this.#hash(step);
    if ((await this.#whole.digest()) !== (this.#file.sha256 ?? this.#file.gitSha1)) {
      this.#handle.truncate(0);
      this.#journal.replace([]);
      await this.#setSteps([]);
      throw new NotAsPromised(this.#file.path, "its hash is another");
    }
    await this.#setSteps([...this.#named, hash]);
  }

  /** Lets go of the file, when all that was passed on is named. */
  async close(): Promise<void> {
    await this.#naming.catch(() => {}); // whoever added was told
    this.#handle.close();
    this.#journal.close();
    this.#whole.end();
  }

  async #takeUp(): Promise<void> {
    const { stepSha256 } = this.#file;
    for (const expected of stepSha256) {
      const step = new Uint8Array(STEP_BYTES);
      const readBytes = this.#handle.read(step, { at: this.bytes });
      if (readBytes < STEP_BYTES || (await sha256Of(step)) !== expected) break;
      await this.#hash(step);
      this.#named.push(expected);
      this.bytes += STEP_BYTES;
    }
    this.#handle.truncate(this.bytes);
    this.#writtenBytes = this.bytes;
    this.#journal.replace(this.#named);
    if (this.#named.length < stepSha256.length) await this.#setSteps(this.#named);
  }

  /** Writes a full step, and names it while the next one fills. */
  async #passOn(): Promise<void> {
    await this.#naming;
    this.#write();
    const step = this.#step;
    this.#step = this.#spare.pop() ?? new Uint8Array(STEP_BYTES);
    this.#naming = this.#nameStep(step);
    this.#naming.catch(() => {}); // thrown to whoever adds next
  }

  async #nameStep(step: Uint8Array<ArrayBuffer>): Promise<void> {
    const hash = await sha256Of(step);
    await this.#hash(step);
    this.#named.push(hash);
    this.#journal.append(hash);
  }

  /** Adds a step to the whole file's hash, which works on it while the next one comes. */
  async #hash(step: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#hashing;
    this.#hashing = this.#whole.add(step).then((added) => void this.#spare.push(added));
    this.#hashing.catch(() => {}); // thrown by the next step, or the digest
  }

  /** Writes what has come of the present step and is not written yet. */
  #write(): void {
    const at = this.#writtenBytes;
    const start = Math.floor(at / STEP_BYTES) * STEP_BYTES;
    const bytes = this.#step.subarray(at - start, this.bytes - start);
    if (this.#handle.write(bytes, { at }) < bytes.byteLength)
      throw new DOMException("the disk took a part only", "QuotaExceededError");
    this.#writtenBytes = this.bytes;
  }

  async #setSteps(stepSha256: string[]): Promise<void> {
    await changeManifest(this.#folder, (manifest) => ({
      ...manifest,
      arriving: manifest.arriving.map((file) =>
        file.path === this.#file.path && !isWhole(file) ? { ...file, stepSha256 } : file,
      ),
    }));
  }
}
