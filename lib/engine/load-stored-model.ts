import { AppError } from "../errors.ts";
import type { FindBadFile } from "../models/find-bad-file.ts";
import type { KeptFile } from "../models/model-manifest.ts";
import { dropFile, listModelFiles } from "../models/model-store.ts";
import { packOf } from "../models/packs.ts";
import { StoredFile } from "../models/stored-file.ts";
import { filesToRun } from "../models/weights.ts";
import type { Rung } from "./ladder.ts";
import type { LanguageModel } from "./language-model.ts";
import { LazyBytes } from "./lazy-bytes.ts";
import type { LoadProgress } from "./model-worker.ts";
import { graphWithoutWeights } from "./onnx-graph.ts";
import { startRuntime } from "./start-runtime.ts";
import {
  loadTransformersModel,
  loadTranslationModel,
  type ModelSource,
} from "./transformers-model.ts";
import type { Leg } from "./translate-sentences.ts";

type OnProgress = (progress: LoadProgress) => void;

/** What checks the files of a model while it is loaded, and is told of it. */
interface Checking {
  findBadFile: FindBadFile;
  onProgress: OnProgress;
}

/**
 * Loads a stored model into this worker. While the weights go from the disk into ONNX Runtime one by
 * one, every byte is checked in another worker, and tells of progress; no model is given out before
 * all have proved good. Its files are held open, so that nothing changes them after their check.
 * @throws AppError `model-damaged` naming a file that is not as it was stored, which is removed by
 *   then; `model-files-missing`; whatever the library throws for files that it cannot use.
 */
export function loadStoredModel(
  modelId: string,
  rung: Rung,
  checking: Checking,
): Promise<LanguageModel> {
  const load = (source: ModelSource) => loadTransformersModel(modelId, rung, source);
  return loadStored({ modelId, rung, load }, checking);
}

/** The same of a pack. Throws as `loadStoredModel`, and `model-unsupported` if it is no pack. */
export async function loadStoredPack(packId: string, rung: Rung, checking: Checking): Promise<Leg> {
  const pack = packOf(packId);
  if (!pack) throw new AppError("model-unsupported", "nobody knows what it translates");
  const { from, to } = pack;
  const load = (source: ModelSource) => loadTranslationModel(pack, rung, source);
  return { from, to, model: await loadStored({ modelId: packId, rung, load }, checking) };
}

interface Wanted<Model> {
  modelId: string;
  rung: Rung;
  load(source: ModelSource): Promise<Model>;
}

async function loadStored<Model>(
  { modelId, rung, load }: Wanted<Model>,
  { findBadFile, onProgress }: Checking,
): Promise<Model> {
  const files = await openFiles(modelId, rung);
  const kept = files.map((file) => file.kept);
  try {
    const [check, loaded] = await Promise.allSettled([
      findBadFile(modelId, kept, countBytes(kept, onProgress)),
      startRuntime(rung).then(() => load(sourceOf(files))),
    ]);
    if (check.status === "rejected") throw check.reason;
    if (check.value !== null) throw await dropBad(modelId, files, check.value);
    if (loaded.status === "rejected") throw loaded.reason;
    return loaded.value;
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
  const needed = filesToRun(
    files.map(({ path }) => path),
    dtype,
  );
  const open: OpenFile[] = [];
  try {
    for (const kept of files.filter(({ path }) => needed.includes(path))) {
      const stored = await StoredFile.open(modelId, kept.path);
      const facts = { file: kept.path };
      if (!stored) throw new AppError("model-files-missing", kept.path, { facts });
      open.push({ kept, stored });
    }
    return open;
  } catch (thrown) {
    closeAll(open);
    throw thrown;
  }
}

/** Adds up the bytes that were compared, and tells of them as progress. */
function countBytes(files: readonly KeptFile[], onProgress: OnProgress): (bytes: number) => void {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  return (bytes) => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
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

/** Removes a bad file, which no open one can be; gives the error that names it. */
async function dropBad(
  modelId: string,
  files: readonly OpenFile[],
  path: string,
): Promise<AppError> {
  closeAll(files);
  await dropFile(modelId, path);
  return new AppError("model-damaged", "not as it was stored", { facts: { file: path } });
}

/** Closing a file twice does nothing. */
function closeAll(files: readonly OpenFile[]): void {
  for (const { stored } of files) stored.close();
}
