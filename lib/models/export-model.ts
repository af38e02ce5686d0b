import { AppError } from "../errors.ts";
import { type Label, labelFile } from "./import-files.ts";
import { listModelFiles, openModelFile } from "./model-store.ts";

/**
 * Copies a stored model into a folder of the reader's disk, into a folder of its own there, with a
 * label by which an import on another machine knows it.
 * @throws AppError `model-damaged` if a file is gone; `storage-full`; `cancelled`.
 */
export async function exportModel(
  { id, folder }: { id: string; folder: FileSystemDirectoryHandle },
  onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void,
  signal: AbortSignal,
): Promise<void> {
  const files = await listModelFiles(id);
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  try {
    const target = await folder.getDirectoryHandle(folderName(id), { create: true });
    for (const { path } of files) {
      const file = await openModelFile(id, path);
      if (!file) throw new AppError("model-damaged", path, { facts: { file: path } });
      await write(file.stream(), await fileIn(target, path), signal);
      loadedBytes += file.size;
      onProgress({ loadedBytes, totalBytes });
    }
    const label = new Blob([JSON.stringify({ id } satisfies Label)]);
    await write(label.stream(), await fileIn(target, labelFile), signal);
  } catch (thrown) {
    throw AppError.from(thrown, isFull(thrown) ? "storage-full" : "unexpected");
  }
}

async function write(
  content: ReadableStream<Uint8Array<ArrayBuffer>>,
  file: FileSystemFileHandle,
  signal: AbortSignal,
): Promise<void> {
  await content.pipeTo(await file.createWritable(), { signal });
}

/** The file at a path such as `onnx/model.onnx`, whose folders are made. */
async function fileIn(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<FileSystemFileHandle> {
  const [name = "", ...rest] = path.split("/");
  if (rest.length === 0) return folder.getFileHandle(name, { create: true });
  return fileIn(await folder.getDirectoryHandle(name, { create: true }), rest.join("/"));
}

/** An id has slashes, a folder's name must not; `local/` says nothing elsewhere. */
function folderName(id: string): string {
  return id.replace(/^local\//, "").replaceAll("/", "--");
}

function isFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "QuotaExceededError";
}
