import { AppError } from "../errors.ts";
import { revisionOf } from "./catalogue.ts";
import type { DownloadEvent, DownloadRequest } from "./download-protocol.ts";
import { fetchHubFile, type HubFile, listHubFiles } from "./hub.ts";
import { storeModel } from "./import-model.ts";
import { chooseDtype, filesToRun } from "./weights.ts";

/**
 * Fetches the files of a model that a device needs from the hub into Sotto's storage, or only asks
 * how large they are.
 * @throws AppError `download-failed`, `model-unsupported`, `storage-full` or `cancelled`.
 */
export async function download(
  request: DownloadRequest,
  onEvent: (event: DownloadEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { modelId } = request;
  const revision = revisionOf(modelId);
  const files = neededFiles(await listHubFiles(modelId, revision, signal), request);
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (request.step === "fetch") {
    let loadedBytes = 0;
    const onBytes = (bytes: number) => {
      loadedBytes += bytes;
      onEvent({ kind: "progress", loadedBytes, totalBytes });
    };
    await storeModel(modelId, fetched(files, { modelId, revision }, signal), { onBytes, signal });
  }
  onEvent({ kind: "done", totalBytes });
}

function neededFiles(files: readonly HubFile[], request: DownloadRequest): HubFile[] {
  const paths = files.map(({ path }) => path);
  const dtype = chooseDtype(paths, request.device, request.shaderF16);
  if (!dtype) throw new AppError("model-unsupported", "no weights for this device");
  const needed = filesToRun(paths, dtype);
  return files.filter(({ path }) => needed.includes(path));
}

async function* fetched(
  files: readonly HubFile[],
  { modelId, revision }: { modelId: string; revision: string },
  signal: AbortSignal,
) {
  for (const { path, bytes } of files)
    yield { path, bytes, stream: await fetchHubFile(modelId, { revision, path }, signal) };
}
