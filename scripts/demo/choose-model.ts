import { existsSync, statSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Download, DownloadCommand } from "../../lib/models/downloads.ts";

/**
 * Gives the panel a model: from a folder through its own button, or from the hub by id.
 * @throws Error with the reason if the model cannot be had.
 */
export async function chooseModel(panel: Page, model: string): Promise<void> {
  if (existsSync(model) && statSync(model).isDirectory()) {
    await panel.getByLabel("Use a folder…").setInputFiles(model);
  } else {
    await panel.evaluate(fetchFromHub, model);
    await panel.reload();
  }
}

/** Part of Chrome's API as it is seen in the panel. */
declare const chrome: {
  runtime: {
    connect(info: { name: "downloads" }): {
      postMessage(command: DownloadCommand): void;
      onMessage: { addListener(listener: (downloads: readonly Download[]) => void): void };
    };
  };
  storage: { local: { set(items: object): Promise<void> } };
};

/** Runs in the panel: has any model of the hub fetched, and chooses it. */
async function fetchFromHub(modelId: string): Promise<void> {
  const adapter = await navigator.gpu?.requestAdapter();
  const device = adapter && !adapter.info.isFallbackAdapter ? "webgpu" : "wasm";
  const shaderF16 = adapter?.features.has("shader-f16") ?? false;
  const port = chrome.runtime.connect({ name: "downloads" });
  await new Promise<void>((resolve, reject) => {
    let isBegun = false;
    port.onMessage.addListener((downloads) => {
      const state = downloads.find((download) => download.modelId === modelId)?.state;
      isBegun ||= state?.kind === "listing" || state?.kind === "fetching";
      if (state?.kind === "done") resolve();
      if (state?.kind === "failed" && isBegun)
        reject(new Error(`The model could not be fetched: ${state.error.message}.`));
    });
    port.postMessage({ kind: "start", wanted: { modelId, device, shaderF16 } });
  });
  await chrome.storage.local.set({ chosenModel: modelId });
}
