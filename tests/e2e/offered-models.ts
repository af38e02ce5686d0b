import { statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { catalogue, type CatalogueModel } from "../../lib/models/catalogue.ts";
import { copyModel, expect } from "./fixtures.ts";
import { test as base } from "./hub-fixtures.ts";
import { hubModel, readFolder } from "./played-hub/hub-model.ts";

/** The models that Sotto may recommend here: which one depends on how fast the machine is today. */
const forProcessor = catalogue.filter(({ weights }) =>
  weights.some(({ device }) => device === "wasm"),
);

/** What the processor needs of any of them. */
export const needed = [
  "config.json",
  "generation_config.json",
  "onnx/model_quantized.onnx",
  "tokenizer.json",
  "tokenizer_config.json",
];
const neededBytes = needed.reduce((sum, path) => sum + statSync(join(copyModel, path)).size, 0);
export const size = `${(neededBytes / 1e6).toFixed(1)} MB`;

/** In these tests the hub has the copying model under the name of each that may be recommended. */
export const test = base.extend({
  hub: async ({ hub }, use) => {
    const files = readFolder(copyModel);
    for (const { id } of forProcessor) hub.add(hubModel(id, files));
    await use(hub);
  },
});

/** The model that a page recommends on this machine. */
export async function recommendedIn(page: Page): Promise<CatalogueModel> {
  const names = forProcessor.map(({ name }) => `Fetch ${name}`);
  const button = page.getByRole("button", { name: /^Fetch / }).first();
  await expect(button).toHaveText(new RegExp(names.join("|")));
  const label = await button.innerText();
  const model = forProcessor.find(({ name }) => label === `Fetch ${name}`);
  if (!model) throw new Error(`${label} is no model's button`);
  return model;
}

/** Asks for the size of the recommended model, and fetches it; gives which it is. */
export async function fetchRecommended(page: Page): Promise<CatalogueModel> {
  const model = await recommendedIn(page);
  await page.getByRole("button", { name: `Fetch ${model.name}` }).click();
  await page.getByRole("button", { name: `Fetch ${size}` }).click();
  return model;
}
