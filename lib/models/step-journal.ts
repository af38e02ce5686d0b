import { hexOf } from "./model-manifest.ts";
import { type FileInPlace, openInPlace } from "./open-in-place.ts";

// The hashes of an arriving file's steps lie in a file beside it until it is whole: to replace the
// manifest for each step takes longer than to fetch the step from a near mirror.

const HASH_BYTES = 32;

/** The path of a file's journal. */
export function journalPath(path: string): string {
  return `${path}.steps`;
}

/** The hashes in a journal, as far as they were written wholly. */
export async function readJournal(file: File): Promise<string[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const count = Math.floor(bytes.length / HASH_BYTES);
  return Array.from({ length: count }, (_, step) =>
    hexOf(bytes.subarray(step * HASH_BYTES, (step + 1) * HASH_BYTES)),
  );
}

/** A journal that is written: one hash after the other. */
export class StepJournal {
  readonly #handle: FileInPlace;
  #steps = 0;

  private constructor(handle: FileInPlace) {
    this.#handle = handle;
  }

  static async open(handle: FileSystemFileHandle): Promise<StepJournal> {
    return new StepJournal(await openInPlace(handle));
  }

  /** Begins anew with these. */
  replace(hashes: readonly string[]): void {
    this.#handle.truncate(0);
    this.#steps = 0;
    for (const hash of hashes) this.append(hash);
  }

  append(hash: string): void {
    const bytes = Uint8Array.from(hash.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
    this.#handle.write(bytes, { at: this.#steps * HASH_BYTES });
    this.#steps++;
  }

  close(): void {
    this.#handle.close();
  }
}
