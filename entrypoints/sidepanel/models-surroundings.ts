import {
  readChosenModel,
  readEngineSettings,
  writeChosenModel,
} from "../../lib/browser/settings.ts";
import { ensureEnginePage } from "../../lib/browser/engine-page.ts";
import { remoteDownloads } from "../../lib/channels/remote-downloads.ts";
import { detectGpu } from "../../lib/engine/detect-gpu.ts";
import { AppError } from "../../lib/errors.ts";
import { modelName, recommendedModel } from "../../lib/models/catalogue.ts";
import type { WantedModel } from "../../lib/models/downloads.ts";
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

  askSize: async (modelId, signal) =>
    (await downloads.askListing(await wantedModel(modelId), signal)).totalBytes,

  async fetchModel(modelId, onProgress, signal) {
    const wanted = await wantedModel(modelId);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const pause = () => {
      downloads.command({ kind: "pause", modelId });
      reject(new AppError("cancelled", "the reader stopped it"));
    };
    signal.addEventListener("abort", pause);
    downloads.command({ kind: "start", wanted });
    let isBegun = false;
    const stop = downloads.watch((all) => {
      const mine = all.find((download) => download.modelId === modelId);
      if (!mine) return;
      onProgress(mine);
      const { state } = mine;
      isBegun ||= state.kind === "listing" || state.kind === "fetching";
      if (state.kind === "done") resolve();
      if (state.kind === "failed" && isBegun) reject(AppError.fromWire(state.error));
    });
    await promise.finally(() => {
      stop();
      signal.removeEventListener("abort", pause);
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

/** The downloads of this browser, whichever page asked for them. */
const downloads = remoteDownloads(ensureEnginePage);

async function wantedModel(modelId: string): Promise<WantedModel> {
  return { modelId, ...(await detectDevice()) };
}

/** What models are fetched for here. An adapter that is software is slower than the processor. */
async function detectDevice(): Promise<Pick<WantedModel, "device" | "shaderF16">> {
  const gpu = await detectGpu();
  if (gpu.kind === "none" || gpu.isSoftware) return { device: "wasm", shaderF16: false };
  return { device: "webgpu", shaderF16: gpu.shaderF16 };
}
