import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  addToHistory,
  clearHistory,
  readHistory,
  readHistorySettings,
  removeFromHistory,
  watchHistory,
  writeHistorySettings,
} from "../../../lib/browser/history-store.ts";
import { kept } from "../history/kept-answers.ts";

const older = kept({ id: "older", atMs: 1 });
const newer = kept({ id: "newer", atMs: 2 });

beforeEach(() => {
  fakeBrowser.reset();
});

test("history is off until the reader switches it on", async () => {
  expect(await readHistorySettings()).toEqual({ isOn: false, exceptedSites: [] });
  await writeHistorySettings({ isOn: true, exceptedSites: ["a.example"] });
  expect(await readHistorySettings()).toEqual({ isOn: true, exceptedSites: ["a.example"] });
});

test("what is kept is read back, the newest first, without what is damaged", async () => {
  await addToHistory(older);
  await addToHistory(newer);
  await browser.storage.local.set({ "history:c": { id: "c", text: 7 }, chosenModel: "org/a" });
  expect(await readHistory()).toEqual([newer, older]);
});

test("one is removed, or all, damaged or not, and no setting with them", async () => {
  await browser.storage.local.set({ "history:c": 7, chosenModel: "org/a" });
  await addToHistory(older);
  await addToHistory(newer);
  await removeFromHistory("older");
  expect(await readHistory()).toEqual([newer]);
  await clearHistory();
  expect(await browser.storage.local.get()).toEqual({ chosenModel: "org/a" });
});

test("whoever watches is told of an answer that is kept, and of nothing else", async () => {
  const listener = vi.fn();
  watchHistory(listener);
  await browser.storage.local.set({ chosenModel: "org/a" });
  expect(listener).not.toHaveBeenCalled();
  await addToHistory(older);
  expect(listener).toHaveBeenCalledOnce();
});
