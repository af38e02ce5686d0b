import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { useFolder } from "./fixtures.ts";

/** The folder of a small pack for a direction, such as `en-de`. */
export function packFolder(direction: string): string {
  return join(import.meta.dirname, `../fixtures/models/opus-mt-${direction}`);
}

/** Gives Sotto packs from folders through the panel; it must have had no model before. */
export async function givePacks(panel: Page, ...directions: string[]): Promise<void> {
  for (const direction of directions) {
    await useFolder(panel, packFolder(direction));
    await expect.poll(() => panel.evaluate(countModels)).toBe(directions.indexOf(direction) + 1);
  }
}

/** Models of the private file system that have come whole, which is when their files are listed. */
async function countModels(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const models = await root.getDirectoryHandle("models", { create: true });
  let count = 0;
  for await (const name of models.keys()) {
    const model = await models.getDirectoryHandle(name);
    const listed = await model.getFileHandle("model.json").catch(() => null);
    const text = await (await listed?.getFile())?.text();
    if (text?.includes('"arriving":[]')) count += 1;
  }
  return count;
}
