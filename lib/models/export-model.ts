import { AppError } from "../errors.ts";
import { isDiskFull } from "./disk-full.ts";
import { type Label, labelFile } from "./import-files.ts";
import { fileAt } from "./model-folders.ts";
import { sumBytes } from "./model-manifest.ts";
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
  const totalBytes = sumBytes(files);
  let loadedBytes = 0;
  try {
    const create = { create: true };
    const target = await folder.getDirectoryHandle(folderName(id), create);
    for (const { path } of files) {
      const file = await openModelFile(id, path);
      if (!file) throw new AppError("model-damaged", path, { facts: { file: path } });
      await write(file.stream(), await fileAt(target, path, create), signal);
      loadedBytes += file.size;
      onProgress({ loadedBytes, totalBytes });
    }
    const label = new Blob([JSON.stringify({ id } satisfies Label)]);
    await write(label.stream(), await fileAt(target, labelFile, create), signal);
  } catch (thrown) {
    throw AppError.from(thrown, isDiskFull(thrown) ? "storage-full" : "unexpected");
  }
}

async function write(
  content: ReadableStream<Uint8Array<ArrayBuffer>>,
  file: FileSystemFileHandle,
  signal: AbortSignal,
): Promise<void> {
  await content.pipeTo(await file.createWritable(), { signal });
}

/** An id has slashes, a folder's name must not; `local/` says nothing elsewhere. */
function folderName(id: string): string {
  return id.replace(/^local\//, "").replaceAll("/", "--");
}
