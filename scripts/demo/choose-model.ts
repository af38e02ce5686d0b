import { existsSync, statSync } from "node:fs";
import type { Page } from "@playwright/test";

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
    connect(info: { name: string }): {
      postMessage(message: unknown): void;
      onMessage: {
        addListener(listener: (event: { kind: string; error?: { message: string } }) => void): void;
      };
    };
  };
  storage: { local: { set(items: object): Promise<void> } };
};

/** Runs in the panel: asks the download worker for any model of the hub, and chooses it. */
async function fetchFromHub(modelId: string): Promise<void> {
  const adapter = await navigator.gpu?.requestAdapter();
  const device = adapter && !adapter.info.isFallbackAdapter ? "webgpu" : "wasm";
  const shaderF16 = adapter?.features.has("shader-f16") ?? false;
  const port = chrome.runtime.connect({ name: "download" });
  await new Promise<void>((resolve, reject) => {
    port.onMessage.addListener(({ kind, error }) => {
      if (kind === "done") resolve();
      if (kind === "failed")
        reject(new Error(`The model could not be fetched: ${error?.message}.`));
    });
    port.postMessage({ step: "fetch", modelId, device, shaderF16 });
  });
  await chrome.storage.local.set({ chosenModel: modelId });
}
