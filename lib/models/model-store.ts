import * as v from "valibot";
import { AppError } from "../errors.ts";

/** A file of a model. */
export interface ModelFile {
  /** Path inside the model, such as `onnx/model_q4.onnx`. */
  path: string;
  bytes: number;
}

/** What is written beside a model's files once all of them are there. */
const manifestSchema = v.object({
  id: v.string(),
  files: v.array(v.object({ path: v.string(), bytes: v.number() })),
});

/** A model on this machine, whole. */
export type StoredModel = v.InferOutput<typeof manifestSchema>;

const MANIFEST = "model.json";

/** Every whole model in this browser's private file system (OPFS). */
export async function listStoredModels(): Promise<StoredModel[]> {
  const models: StoredModel[] = [];
  for await (const folder of (await modelsFolder()).values()) {
    const model = folder.kind === "directory" ? await readManifest(folder) : null;
    if (model) models.push(model);
  }
  return models.toSorted((a, b) => a.id.localeCompare(b.id));
}

/** The files of a stored model; empty if it is not there or not whole. */
export async function listModelFiles(id: string): Promise<readonly ModelFile[]> {
  const folder = await modelFolder(id).catch(notFoundToNull);
  const model = folder && (await readManifest(folder));
  return model?.files ?? [];
}

/** One file of a stored model, or null if the model has no such file. */
export async function openModelFile(id: string, path: string): Promise<File | null> {
  const folder = await modelFolder(id).catch(notFoundToNull);
  return folder && readFile(folder, path);
}

/**
 * Keeps a model: its files one after the other, then the mark that it is whole.
 * @throws AppError `storage-full` when the disk is full; `cancelled` when `signal` aborts;
 *   `download-failed` when a file breaks off or has another size than it should. What was written
 *   by then is removed.
 */
export async function storeModel(
  id: string,
  files: AsyncIterable<ArrivingFile>,
  options: { onBytes: (bytes: number) => void; signal: AbortSignal },
): Promise<void> {
  // A try that was stopped may still be removing its files when the next one begins.
  await navigator.locks.request(lockOf(folderName(id)), () => store(id, files, options));
}

type ArrivingFile = ModelFile & { stream: ReadableStream<Uint8Array<ArrayBuffer>> };

async function store(
  id: string,
  files: AsyncIterable<ArrivingFile>,
  { onBytes, signal }: { onBytes: (bytes: number) => void; signal: AbortSignal },
): Promise<void> {
  try {
    await removeModel(id);
    const folder = await modelFolder(id, { create: true });
    const stored: ModelFile[] = [];
    for await (const { path, bytes, stream } of files) {
      if (path === MANIFEST) continue; // it would be taken for the mark
      let arrivedBytes = 0;
      const onChunk = (bytes: number) => {
        arrivedBytes += bytes;
        onBytes(bytes);
      };
      const counted = stream.pipeThrough(countBytes(onChunk), { signal });
      await counted.pipeTo(await openForWriting(folder, path), { signal });
      if (arrivedBytes !== bytes)
        throw new AppError("download-failed", `${path}: ${arrivedBytes} bytes of ${bytes}`);
      stored.push({ path, bytes });
    }
    const manifest = JSON.stringify({ id, files: stored } satisfies StoredModel);
    await new Blob([manifest]).stream().pipeTo(await openForWriting(folder, MANIFEST));
  } catch (thrown) {
    await removeModel(id).catch(() => {}); // what remains is not listed, only in the way
    throw AppError.from(thrown, isQuotaExceeded(thrown) ? "storage-full" : "download-failed");
  }
}

/** Removes a model and all of its files; nothing happens if it is not there. */
export async function removeModel(id: string): Promise<void> {
  const folder = await modelsFolder();
  await folder.removeEntry(folderName(id), { recursive: true }).catch(notFoundToNull);
}

/** Removes what is left of models whose arrival was ended from outside, as by closing the panel. */
export async function removeHalfModels(): Promise<void> {
  const models = await modelsFolder();
  for await (const folder of models.values()) {
    if (folder.kind !== "directory") continue;
    await navigator.locks.request(lockOf(folder.name), { ifAvailable: true }, async (lock) => {
      const isHalf = lock && !(await readManifest(folder)); // without the lock it is arriving
      if (!isHalf) return;
      // A worker that is just ending may still hold one of its files; then the next time will do.
      await models.removeEntry(folder.name, { recursive: true }).catch(() => {});
    });
  }
}

async function readManifest(folder: FileSystemDirectoryHandle): Promise<StoredModel | null> {
  const file = await readFile(folder, MANIFEST);
  const parsed =
    file && v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), await file.text());
  return parsed?.success ? parsed.output : null;
}

async function readFile(folder: FileSystemDirectoryHandle, path: string): Promise<File | null> {
  const handle = await fileAt(folder, path).catch(notFoundToNull);
  return handle && handle.getFile();
}

async function openForWriting(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<FileSystemWritableFileStream> {
  const handle = await fileAt(folder, path, { create: true });
  return handle.createWritable();
}

/** The file at a path such as `onnx/model.onnx`, whose folders are made where `create` says so. */
async function fileAt(
  folder: FileSystemDirectoryHandle,
  path: string,
  options?: { create: boolean },
): Promise<FileSystemFileHandle> {
  const [name = "", ...rest] = path.split("/");
  if (rest.length === 0) return folder.getFileHandle(name, options);
  return fileAt(await folder.getDirectoryHandle(name, options), rest.join("/"), options);
}

async function modelFolder(id: string, options?: { create: boolean }) {
  return (await modelsFolder()).getDirectoryHandle(folderName(id), options);
}

async function modelsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("models", { create: true });
}

/** An id has slashes, a folder's name must not. */
function folderName(id: string): string {
  return encodeURIComponent(id);
}

/** Held while a model is written into a folder. */
function lockOf(folder: string): string {
  return `model ${folder}`;
}

function countBytes(onBytes: (bytes: number) => void) {
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
}

function notFoundToNull(thrown: unknown): null {
  if (thrown instanceof DOMException && thrown.name === "NotFoundError") return null;
  throw thrown;
}

function isQuotaExceeded(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "QuotaExceededError";
}
