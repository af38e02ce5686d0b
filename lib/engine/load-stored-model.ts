import { AppError } from "../errors.ts";
import type { KeptFile } from "../models/model-manifest.ts";
import { dropFile, listModelFiles } from "../models/model-store.ts";
import { StoredFile } from "../models/stored-file.ts";
import { filesToRun } from "../models/weights.ts";
import type { Rung } from "./ladder.ts";
import type { LanguageModel } from "./language-model.ts";
import { LazyBytes } from "./lazy-bytes.ts";
import type { LoadProgress } from "./model-worker.ts";
import { graphWithoutWeights } from "./onnx-graph.ts";
import { loadTransformersModel, type ModelSource } from "./transformers-model.ts";

type OnProgress = (progress: LoadProgress) => void;

/**
 * Loads a stored model into this worker. Every byte of it is checked first, and tells of progress;
 * then the weights go from the disk into ONNX Runtime one by one.
 * @throws AppError `model-damaged` naming a file that is not as it was stored, which is removed by
 *   then; `model-files-missing`; whatever the library throws for files that it cannot use.
 */
export async function loadStoredModel(
  modelId: string,
  rung: Rung,
  onProgress: OnProgress,
): Promise<LanguageModel> {
  const files = await openFiles(modelId, rung);
  try {
    const bad = await findBadFile(files, onProgress);
    if (!bad) return await loadTransformersModel(modelId, rung, sourceOf(files));
    closeAll(files); // an open file cannot be removed
    await dropFile(modelId, bad);
    throw new AppError("model-damaged", "not as it was stored", { facts: { file: bad } });
  } finally {
    closeAll(files);
  }
}

interface OpenFile {
  kept: KeptFile;
  stored: StoredFile;
}

async function openFiles(modelId: string, { dtype }: Rung): Promise<OpenFile[]> {
  const files = await listModelFiles(modelId);
  const paths = files.map(({ path }) => path);
  const needed = filesToRun(paths, dtype);
  const open: OpenFile[] = [];
  for (const kept of files.filter(({ path }) => needed.includes(path))) {
    const stored = await StoredFile.open(modelId, kept.path);
    if (stored) open.push({ kept, stored });
    else {
      closeAll(open);
      throw new AppError("model-files-missing", kept.path, { facts: { file: kept.path } });
    }
  }
  return open;
}

async function findBadFile(
  files: readonly OpenFile[],
  onProgress: OnProgress,
): Promise<string | null> {
  const totalBytes = files.reduce((sum, { kept }) => sum + kept.bytes, 0);
  let loadedBytes = 0;
  const onStep = (bytes: number) => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  for (const { kept, stored } of files)
    if (!(await stored.isAsStored(kept, onStep))) return kept.path;
  return null;
}

/** Graphs are given without their weights, whose place is then the graph's own file. */
function sourceOf(files: readonly OpenFile[]): ModelSource {
  return {
    read(path) {
      const stored = files.find(({ kept }) => kept.path === path)?.stored;
      if (!stored) return null;
      return path.endsWith(".onnx")
        ? graphWithoutWeights(stored, nameBesideGraph(path))
        : stored.read(0, stored.byteLength);
    },
    weights: files
      .filter(({ kept }) => kept.path.startsWith("onnx/"))
      .map(({ kept, stored }) => ({
        path: nameBesideGraph(kept.path),
        data: new LazyBytes(stored),
      })),
  };
}

/** External data is named by its place beside the graph. */
function nameBesideGraph(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Closing a file twice does nothing. */
function closeAll(files: readonly OpenFile[]): void {
  for (const { stored } of files) stored.close();
}
