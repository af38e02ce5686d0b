import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { countModels } from "./count-models.ts";
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
