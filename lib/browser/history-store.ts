import { browser } from "wxt/browser";
import { type HistorySettings, parseHistorySettings } from "../history/history-settings.ts";
import { type KeptAnswer, parseKeptAnswer } from "../history/kept-answer.ts";

/** An item an answer, so that panels of several windows write without knowing of each other. */
const PREFIX = "history:";
const SETTINGS = "historySettings";

export async function readHistorySettings(): Promise<HistorySettings> {
  const { [SETTINGS]: stored } = await browser.storage.local.get(SETTINGS);
  return parseHistorySettings(stored);
}

export function writeHistorySettings(settings: HistorySettings): Promise<void> {
  return browser.storage.local.set({ [SETTINGS]: settings });
}

/** All that is kept, the newest first; what is damaged is left out. */
export async function readHistory(): Promise<KeptAnswer[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all)
    .flatMap(([key, stored]) => (key.startsWith(PREFIX) ? (parseKeptAnswer(stored) ?? []) : []))
    .toSorted((a, b) => b.atMs - a.atMs);
}

export function addToHistory(answer: KeptAnswer): Promise<void> {
  return browser.storage.local.set({ [PREFIX + answer.id]: answer });
}

export function removeFromHistory(id: string): Promise<void> {
  return browser.storage.local.remove(PREFIX + id);
}

/** Removes whatever is kept, damaged or not. */
export async function clearHistory(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(keys.filter((key) => key.startsWith(PREFIX)));
}

/** Calls `listener` whenever an answer was kept or removed, in whichever page. */
export function watchHistory(listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) listener();
  });
}
