import {
  BlobReader,
  configure,
  type FileEntry,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-custom.js";
import { AppError } from "../errors.ts";
import { importFiles, type PickedFile } from "./import-files.ts";

// The browser's own decompression; a worker would be made of a `blob:`, which our policy refuses.
configure({ useWebWorkers: false, useCompressionStream: true });

/**
 * Copies a model from a zip that the reader picked into Sotto's storage, piece by piece. The model
 * may stand in a folder of the zip. Gives the model's id.
 * @throws AppError `model-files-missing` also if it is no zip, and what `importFiles` throws.
 */
export async function importZip(
  zip: File,
  onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void,
  signal: AbortSignal,
): Promise<string> {
  const reader = new ZipReader(new BlobReader(zip));
  try {
    const files = inModelsFolder(await listFiles(reader));
    const name = zip.name.replace(/\.zip$/i, "");
    return await importFiles({ name, files }, onProgress, signal);
  } finally {
    await reader.close();
  }
}

async function listFiles(reader: ZipReader<Blob>): Promise<PickedFile[]> {
  try {
    return (await reader.getEntries()).flatMap((entry) => (entry.directory ? [] : [fileOf(entry)]));
  } catch (thrown) {
    throw AppError.from(thrown, "model-files-missing");
  }
}

function fileOf(entry: FileEntry): PickedFile {
  return { path: entry.filename, bytes: entry.uncompressedSize, open: () => contentOf(entry) };
}

function contentOf(entry: FileEntry): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >();
  // what goes wrong reaches the reader of the stream, which is aborted
  entry.getData(writable).catch((thrown: unknown) => writable.abort(thrown).catch(() => {}));
  return readable;
}

/** Files by their paths in the folder that has the model's settings. */
function inModelsFolder(files: readonly PickedFile[]): PickedFile[] {
  const [folder = ""] = files
    .flatMap(({ path }) => /^(.*\/)?config\.json$/.exec(path)?.[1] ?? [])
    .toSorted((a, b) => a.length - b.length);
  const isAtTop = files.some(({ path }) => path === "config.json");
  if (isAtTop || folder === "") return [...files];
  return files
    .filter(({ path }) => path.startsWith(folder))
    .map((file) => ({ ...file, path: file.path.slice(folder.length) }));
}
