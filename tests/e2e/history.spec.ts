import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { answerIn, expect, openWithModel, test } from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";
import { openOptions } from "./options-page.ts";

const page = "http://news.example/marked";

declare const chrome: {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
  storage: { local: { get(keys: null): Promise<object>; set(items: object): Promise<void> } };
};

test("by default nothing of a page or an answer is in any lasting storage, which pages cannot see into", async ({
  sotto,
}) => {
  const { panel } = await openWithModel(sotto, page);
  await expect(answerIn(panel)).toHaveText(markedLine);
  expect(await storeAsSeenInPage(panel, page)).toMatch(/Access to storage is not allowed/);
  const { local, databases } = await lasting(panel);
  expect(local).not.toContain("news.example");
  expect(local).not.toContain(markedLine.slice(0, 20));
  expect(databases).toEqual([]);
});

test("with history on an answer is kept, found and removed; of an excepted site none is", async ({
  sotto,
}) => {
  const options = await openOptions(sotto);
  const history = options.getByRole("region", { name: "History" });
  await history.getByRole("switch").check();
  const { panel, tab } = await openWithModel(sotto, page);
  await expect(answerIn(panel)).toHaveText(markedLine);

  await options.bringToFront();
  await expect(history.getByText("1 answer is kept.")).toBeVisible();
  await history.getByLabel("Search the history").fill("no such words");
  await expect(history.getByText("None of them has these words.")).toBeVisible();
  await history.getByLabel("Search the history").fill("NEWS.example");
  await history.locator("summary").click();
  await expect(history.locator(".kept-text")).toHaveText(markedLine);
  await history.getByRole("button", { name: "Remove all that is kept" }).click();
  await history.getByRole("button", { name: "Remove it" }).click();
  await expect(history.getByText("Nothing is kept yet.")).toBeVisible();

  await history.getByLabel("Keep nothing of this site").fill("news.example");
  await history.getByRole("button", { name: "Add", exact: true }).click();
  await expect(history.getByText("news.example", { exact: true })).toBeVisible();
  await tab.bringToFront();
  await sotto.clickToolbar(tab);
  await expect(answerIn(panel)).toHaveText(markedLine);
  expect((await lasting(panel)).local).not.toContain("news.example/marked");
});

test("what is kept is saved as a Markdown file", async ({ sotto }) => {
  const options = await openOptions(sotto);
  const answer = { id: "a", atMs: 0, question: null, text: "[a](b)", title: "Tides", url: page };
  await options.evaluate((answer) => chrome.storage.local.set({ "history:a": answer }), answer);
  const saving = options.waitForEvent("download");
  await options.getByRole("button", { name: "Save as Markdown…" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("sotto-history.md");
  const markdown = readFileSync(await saved.path(), "utf8");
  expect(markdown).toContain("## Tides");
  expect(markdown).toContain(String.raw`\[a\]\(b\)`);
});

/** What a script that Sotto has put into a page would see of the store. */
function storeAsSeenInPage(panel: Page, url: string): Promise<unknown> {
  return panel.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    const look = () => chrome.storage.local.get(null).then(Object.keys, String);
    const [seen] = await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func: look });
    return seen?.result;
  }, url);
}

/** What outlives the browser, but for the files of models. */
function lasting(panel: Page): Promise<{ local: string; databases: string[] }> {
  return panel.evaluate(async () => ({
    local: JSON.stringify([await chrome.storage.local.get(null), { ...localStorage }]),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ""),
  }));
}
