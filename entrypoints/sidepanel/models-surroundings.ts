import {
  readChosenModel,
  readEngineSettings,
  writeChosenModel,
} from "../../lib/browser/settings.ts";
import { ensureEnginePage } from "../../lib/browser/engine-page.ts";
import { remoteDownload } from "../../lib/channels/remote-download.ts";
import { detectGpu } from "../../lib/engine/detect-gpu.ts";
import { modelName, recommendedModel } from "../../lib/models/catalogue.ts";
import type { DownloadEvent, DownloadRequest } from "../../lib/models/download-protocol.ts";
import { importFolder } from "../../lib/models/import-folder.ts";
import { readLedger } from "../../lib/models/ledger.ts";
import { listStoredModels, removeModel } from "../../lib/models/model-store.ts";
import type { ModelsSurroundings } from "../../lib/panel/models.ts";
import type { PanelSurroundings } from "../../lib/panel/panel.ts";

/** The reader's models in this browser. */
export const modelsSurroundings: ModelsSurroundings = {
  listStored: async () => (await listStoredModels()).map(({ id }) => ({ id, name: modelName(id) })),
  readChosen: readChosenModel,
  writeChosen: writeChosenModel,
  recommend: async () => recommendedModel((await detectDevice()).device),

  async askSize(modelId, signal) {
    let totalBytes = 0;
    await download({ step: "list", modelId }, signal, (event) => {
      totalBytes = event.totalBytes;
    });
    return totalBytes;
  },
  async fetchModel(modelId, onProgress, signal) {
    await download({ step: "fetch", modelId }, signal, (event) => {
      if (event.kind === "progress") onProgress(event);
    });
  },
  importFolder,
  removeModel,
  countRequests: async () => (await readLedger()).length,
};

/** The model that the reader chose, if it is still on this machine, and how to run it. */
export const chooseModel: PanelSurroundings["chooseModel"] = async () => {
  const modelId = await readChosenModel();
  const isStored = (await listStoredModels()).some(({ id }) => id === modelId);
  return modelId !== null && isStored ? { modelId, settings: await readEngineSettings() } : null;
};

/** What models are fetched for here. An adapter that is software is slower than the processor. */
async function detectDevice(): Promise<Pick<DownloadRequest, "device" | "shaderF16">> {
  const gpu = await detectGpu();
  if (gpu.kind === "none" || gpu.isSoftware) return { device: "wasm", shaderF16: false };
  return { device: "webgpu", shaderF16: gpu.shaderF16 };
}

async function download(
  what: Pick<DownloadRequest, "step" | "modelId">,
  signal: AbortSignal,
  onEvent: (event: DownloadEvent) => void,
): Promise<void> {
  await ensureEnginePage();
  await remoteDownload({ ...what, ...(await detectDevice()) }, onEvent, signal);
}
