import type { Page } from "@playwright/test";
import { answerIn, expect, modelsAnswer, openPanelOn, openWithModel } from "./fixtures.ts";
import { unhurriedLine, markedLine } from "./made-pages.ts";
import { fetchRecommended, recommendedIn, test } from "./offered-models.ts";
import { damageStoredFile } from "./options-page.ts";

const site = "http://news.example";
const weights = "onnx/model_quantized.onnx";

test("a model with a byte that changed on the disk never runs: the file is named, and it alone is fetched again", async ({
  sotto,
  hub,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/marked`);
  await fetchRecommended(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);

  await unload(panel);
  await damageStoredFile(panel, "model_quantized.onnx");
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  await expect(panel.getByRole("alert")).toHaveText(/“onnx\/model_quantized\.onnx” .* is damaged/);

  const before = hub.served().length;
  await panel.reload();
  await panel.getByRole("button", { name: "Continue" }).click();
  await expect(panel.getByRole("radio", { includeHidden: true })).toBeChecked();
  const again = hub.served().slice(before);
  expect(again.map(({ path }) => path)).toEqual([weights]);
  await sotto.clickToolbar(tab);
  await expect(answerIn(panel)).toHaveText(markedLine);
});

test("storage that is cleared while nothing runs costs the model and nothing else", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/marked`);
  await fetchRecommended(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);

  await clearStorage(panel);
  await unload(panel);
  await panel.reload();
  await expect(panel.getByRole("radio", { includeHidden: true })).toHaveCount(0);
  const { name } = await fetchRecommended(panel); // by a new look at the device, maybe another
  await expect(panel.getByRole("radio", { name, includeHidden: true })).toBeChecked();
  await sotto.clickToolbar(tab);
  await expect(answerIn(panel)).toHaveText(markedLine);
});

test("storage that is cleared in the middle of an answer does not disturb it", async ({
  sotto,
}) => {
  // a model that is in no catalogue, so that no guess at its speed cuts the page
  const { panel } = await openWithModel(sotto, `${site}/unhurried-answer`);
  await expect(modelsAnswer(panel)).toBeEnabled();

  const before = await answerIn(panel).innerText();
  await clearStorage(panel);
  await expect(answerIn(panel)).toHaveAttribute("aria-busy", "false");
  const answer = await copied(panel); // what it rests on is no part of it
  expect(answer).toBe(`${unhurriedLine}.`);
  expect(answer.length).toBeGreaterThan(before.length);
  await expect(panel.getByRole("alert")).toBeHidden();
  await panel.reload();
  await recommendedIn(panel);
});

/** The answer as its reader copies it. */
async function copied(panel: Page): Promise<string> {
  await panel.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel.getByRole("button", { name: "Copy text" }).click();
  return panel.evaluate(() => navigator.clipboard.readText());
}

/** Ends the engine with its page, as Chrome does when the extension is idle. */
async function unload(panel: Page): Promise<void> {
  await panel.evaluate(() => chrome.offscreen.closeDocument());
}

/** Removes all that Sotto has stored on this machine, as the browser's own settings do. */
async function clearStorage(panel: Page): Promise<void> {
  const session = await panel.context().newCDPSession(panel);
  const origin = panel.url().replace(/(?<=\w)\/.*/, "");
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
  const left = await panel.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    return (await Array.fromAsync(root.keys())).length;
  });
  expect(left).toBe(0);
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: { offscreen: { closeDocument(): Promise<void> } };
