import type { Page } from "@playwright/test";

/** The words that stand out in the page, whose highlights its own scripts share. */
export function wordsIn(tab: Page): Promise<string[]> {
  return tab.evaluate(() => Array.from(CSS.highlights.get("sotto-words") ?? [], String));
}
