import { importFiles } from "./import-files.ts";

/**
 * Copies a model from a folder that the reader picked into Sotto's storage. Gives the model's id.
 * @throws AppError what `importFiles` throws.
 */
export function importFolder(
  picked: readonly File[],
  onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void,
  signal: AbortSignal,
): Promise<string> {
  const files = picked.map((file) => ({
    path: pathInFolder(file),
    bytes: file.size,
    open: () => file.stream(),
  }));
  const name = picked[0]?.webkitRelativePath.split("/")[0] ?? "";
  return importFiles({ name, files }, onProgress, signal);
}

/** `folder/onnx/model.onnx` is `onnx/model.onnx` of the model. */
function pathInFolder(file: File): string {
  return file.webkitRelativePath.split("/").slice(1).join("/");
}
