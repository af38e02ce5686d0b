import { AppError } from "../errors.ts";
import { storeModel } from "./import-model.ts";
import { hasWeights, requiredFiles } from "./weights.ts";

/**
 * Copies a model from a folder that the reader picked into Sotto's storage. Gives the model's id,
 * `local/` and the folder's name.
 * @throws AppError `model-files-missing` if the folder holds no chat model that Sotto can run, and
 *   what `storeModel` throws.
 */
export async function importFolder(
  picked: readonly File[],
  onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void,
  signal: AbortSignal,
): Promise<string> {
  const files = picked.map((file) => ({ file, path: pathInFolder(file) }));
  const paths = files.map(({ path }) => path);
  if (!requiredFiles.every((path) => paths.includes(path)) || !hasWeights(paths))
    throw new AppError("model-files-missing", `the folder has ${paths.length} files`);
  const id = `local/${folderName(picked)}`;
  const totalBytes = picked.reduce((sum, { size }) => sum + size, 0);
  let loadedBytes = 0;
  const onBytes = (bytes: number) => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  await storeModel(id, streams(files), { onBytes, signal });
  return id;
}

async function* streams(files: readonly { file: File; path: string }[]) {
  for (const { file, path } of files) yield { path, bytes: file.size, stream: file.stream() };
}

/** `folder/onnx/model.onnx` is `onnx/model.onnx` of the model. */
function pathInFolder(file: File): string {
  return file.webkitRelativePath.split("/").slice(1).join("/");
}

/**
 * The folder's name as part of a model id, as Transformers.js takes it: letters, digits, `-`, `_`
 * and `.`, no two signs in a row, none at an end, and not the ending of a repository.
 */
function folderName([first]: readonly File[]): string {
  const name = first?.webkitRelativePath.split("/")[0] ?? "";
  const plain = name
    .slice(0, 96)
    .replaceAll(/[^\w.-]+/g, "-")
    .replaceAll(/([.-])[.-]+/g, "$1")
    .replaceAll(/^[.-]|[.-]$/g, "")
    .replace(/\.(?=(git|ipynb)$)/, "-");
  return plain || "model";
}
