import { listModelFiles, openModelFile } from "../models/model-store.ts";
import { filesToRun } from "../models/weights.ts";
import type { Rung } from "./ladder.ts";
import type { LanguageModel } from "./language-model.ts";
import type { LoadProgress } from "./model-worker.ts";
import { loadTransformersModel } from "./transformers-model.ts";

/**
 * Loads a stored model into this worker and tells how many of its bytes have come.
 * @throws whatever the library throws for files that it cannot use.
 */
export async function loadStoredModel(
  modelId: string,
  rung: Rung,
  onProgress: (progress: LoadProgress) => void,
): Promise<LanguageModel> {
  const files = await listModelFiles(modelId);
  const needed = filesToRun(
    files.map(({ path }) => path),
    rung.dtype,
  );
  const totalBytes = files
    .filter(({ path }) => needed.includes(path))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;

  return loadTransformersModel(modelId, rung, async (id, path) => {
    const file = await openModelFile(id, path);
    if (!file) return null;
    loadedBytes += file.size;
    onProgress({ loadedBytes: Math.min(loadedBytes, totalBytes), totalBytes });
    return new Response(file, { headers: { "content-length": String(file.size) } });
  });
}
