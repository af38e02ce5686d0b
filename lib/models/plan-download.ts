import { AppError } from "../errors.ts";
import { revisionOf } from "./catalogue.ts";
import type { WantedModel } from "./downloads.ts";
import { findCommit, listHubFiles, type ModelAtHub } from "./hub.ts";
import type { HubFile } from "./hub-answers.ts";
import { hubOrigin } from "./hub-hosts.ts";
import { isFreePath, listModelFolders, readManifest } from "./model-folders.ts";
import { isLocal, isWhole, type KeptFile, type Manifest } from "./model-manifest.ts";
import { pinnedFiles } from "./pins.ts";
import { chooseDtype, filesToRun, requiredFiles } from "./weights.ts";

/** What there is to fetch of a model for a device. */
export interface Wanted {
  model: ModelAtHub;
  files: HubFile[];
}

/**
 * Which files of a model a device needs: as pinned, or else as the hub lists them.
 * @throws AppError `model-files-missing` or `model-unsupported`; `model-damaged` for a model that came
 *   from this machine; and as `listHubFiles`.
 */
export async function findWanted(wanted: WantedModel, signal: AbortSignal): Promise<Wanted> {
  if (isLocal(wanted.modelId)) throw new AppError("model-damaged", "no hub has this model");
  const model = await findRevision(wanted, signal);
  const listed = pinnedFilesOf(model) ?? (await listHubFiles(model, signal));
  const files = listed.filter(({ path }) => isFreePath(path));
  const paths = files.map(({ path }) => path);
  const missing = requiredFiles.find((path) => !paths.includes(path));
  if (missing !== undefined)
    throw new AppError("model-files-missing", "not listed", { facts: { file: missing } });
  const dtype = chooseDtype(paths, wanted.device, wanted.shaderF16);
  if (!dtype) throw new AppError("model-unsupported", "no weights for this device");
  const needed = new Set(filesToRun(paths, dtype));
  return { model, files: files.filter(({ path }) => needed.has(path)) };
}

/** What is pinned needs no listing, and no listing can change it. */
function pinnedFilesOf({ modelId, revision }: ModelAtHub): HubFile[] | null {
  const pinned = pinnedFiles(modelId, revision);
  return pinned?.map((file) => ({ ...file, gitSha1: null })) ?? null;
}

/**
 * The revision that the catalogue pins. Where it pins none, a model that has begun to come goes on
 * as what it was, and a new one is what the hub has newest.
 */
async function findRevision(
  { modelId, hubOrigin: origin = hubOrigin }: WantedModel,
  signal: AbortSignal,
): Promise<ModelAtHub> {
  const revision = revisionOf(modelId);
  if (isCommit(revision)) return { origin, modelId, revision };
  const here = (await listModelFolders()).find(
    (folder) => folder.id === modelId && isCommit(folder.revision),
  );
  if (here && (await readManifest(here))) return { origin, modelId, revision: here.revision };
  const commit = await findCommit({ origin, modelId, revision }, signal);
  return { origin, modelId, revision: commit };
}

function isCommit(revision: string): boolean {
  return /^[0-9a-f]{40}$/.test(revision);
}

/**
 * The files of a download in a folder that may have some already: those that are wanted, with what
 * has come of them, and of the others in its last download those that make a whole quantization.
 */
export function planFiles(manifest: Manifest, wanted: readonly HubFile[]): KeptFile[] {
  const known = new Map([...manifest.files, ...manifest.arriving].map((file) => [file.path, file]));
  const files = wanted.map((file) => {
    const kept = known.get(file.path);
    return kept && isSameContent(kept, file) ? kept : { ...file, stepSha256: [] };
  });
  const paths = new Set(files.map(({ path }) => path));
  const others = manifest.arriving.filter(({ path }) => !paths.has(path));
  return [...files, ...others.filter((file) => others.filter(isBeside(file)).every(isWhole))];
}

function isSameContent(kept: KeptFile, { bytes, sha256, gitSha1 }: HubFile): boolean {
  return kept.bytes === bytes && kept.sha256 === sha256 && kept.gitSha1 === gitSha1;
}

/** Weights stand beside their graph: `model.onnx_data` beside `model.onnx`. */
function isBeside(file: KeptFile): (other: KeptFile) => boolean {
  const graph = (path: string) => path.replace(/_data(_\d+)?$/, "");
  return (other) => graph(other.path) === graph(file.path);
}
