import { AppError } from "../errors.ts";
import { isDiskFull } from "./disk-full.ts";
import {
  changeManifest,
  fileAt,
  isFreePath,
  listModelFolders,
  type ModelFolder,
  openModelFolder,
  readManifest,
  removeModelFolder,
} from "./model-folders.ts";
import { type KeptFile, sha256Of, STEP_BYTES } from "./model-manifest.ts";
import { finishModel } from "./model-store.ts";

/** A file of a model that is copied from elsewhere on this machine. */
export interface FileToStore {
  /** Path inside the model, such as `onnx/model_q4.onnx`. */
  path: string;
  bytes: number;
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * Keeps a model that is copied from elsewhere on this machine, in place of one of the same id.
 * @throws AppError `storage-full` when the disk is full; `cancelled` when `signal` aborts;
 *   `unexpected` when a file breaks off or has another size than it should. What was written by then
 *   is removed.
 */
export async function storeModel(
  id: string,
  files: AsyncIterable<FileToStore>,
  options: { onBytes: (bytes: number) => void; signal: AbortSignal },
): Promise<void> {
  await removeBrokenOff();
  const folder = await openModelFolder(id, `${IMPORT}${crypto.randomUUID()}`);
  await navigator.locks.request(lockOf(folder), () => store(folder, files, options));
}

const IMPORT = "import-";

/** Whether a model's revision says that it was copied from elsewhere on this machine. */
export function isImported(revision: string): boolean {
  return revision.startsWith(IMPORT);
}

async function store(
  folder: ModelFolder,
  files: AsyncIterable<FileToStore>,
  { onBytes, signal }: { onBytes: (bytes: number) => void; signal: AbortSignal },
): Promise<void> {
  try {
    const arriving: KeptFile[] = [];
    for await (const { path, bytes, stream } of files) {
      if (!isFreePath(path)) continue;
      const steps = new StepHashes(onBytes);
      const handle = await fileAt(folder.handle, path, { create: true });
      const writable = await handle.createWritable();
      await stream.pipeThrough(steps.stream, { signal }).pipeTo(writable, { signal });
      if (steps.bytes !== bytes)
        throw new AppError("unexpected", `${path}: ${steps.bytes} bytes of ${bytes}`);
      arriving.push({ path, bytes, sha256: null, gitSha1: null, stepSha256: await steps.all() });
    }
    await changeManifest(folder, (manifest) => ({ ...manifest, arriving }));
    await finishModel(folder);
  } catch (thrown) {
    await removeModelFolder(folder).catch(() => {}); // the next import removes it then
    throw AppError.from(thrown, isDiskFull(thrown) ? "storage-full" : "unexpected");
  }
}

/** Removes what is left of imports that ended with their page: unlike a download, none goes on. */
async function removeBrokenOff(): Promise<void> {
  for (const folder of await listModelFolders()) {
    if (!isImported(folder.revision) || (await readManifest(folder))) continue;
    await navigator.locks.request(lockOf(folder), { ifAvailable: true }, async (lock) => {
      if (lock) await removeModelFolder(folder).catch(() => {}); // without it, it is arriving
    });
  }
}

/** Hashes the steps of a file that passes through. */
class StepHashes {
  bytes = 0;
  readonly stream: TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;
  readonly #step = new Uint8Array(STEP_BYTES);
  readonly #hashes: string[] = [];

  constructor(onBytes: (bytes: number) => void) {
    this.stream = new TransformStream({
      transform: async (chunk, controller) => {
        await this.#add(chunk);
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
  }

  /** The hashes of all steps, once everything has passed. */
  async all(): Promise<string[]> {
    const rest = this.bytes % STEP_BYTES;
    if (rest > 0 || this.bytes === 0)
      this.#hashes.push(await sha256Of(this.#step.subarray(0, rest)));
    return this.#hashes;
  }

  async #add(chunk: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < chunk.byteLength;) {
      const filled = this.bytes % STEP_BYTES;
      const part = chunk.subarray(at, at + STEP_BYTES - filled);
      this.#step.set(part, filled);
      this.bytes += part.byteLength;
      at += part.byteLength;
      if (this.bytes % STEP_BYTES === 0) this.#hashes.push(await sha256Of(this.#step));
    }
  }
}

function lockOf({ handle }: ModelFolder): string {
  return `import ${handle.name}`;
}
