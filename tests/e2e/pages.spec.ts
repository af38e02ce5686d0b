import { join } from "node:path";
import type { Page } from "@playwright/test";
import { answerIn, expect, openPanelOn, test, useFolder } from "./fixtures.ts";

const site = "http://news.example";

test("a page without text gets one sentence and no summary", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/blank`);
  await expect(panel.getByRole("alert")).toHaveText(/no text/i);
  await expect(answerIn(panel)).toBeHidden();
});

test("a page of the browser gets one sentence and no summary", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, "chrome://version/");
  await expect(panel.getByRole("alert")).toHaveCount(1);
  await expect(answerIn(panel)).toBeHidden();
});

test("a tab that Sotto was not asked on is not read, and the panel says how to ask", async ({
  sotto,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
  const other = await sotto.context.newPage();
  await other.goto("http://elsewhere.example/other");
  await other.bringToFront();
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  await expect(panel.getByRole("alert")).toHaveText(/toolbar button/);
});

test("a page of 500,000 nodes has a summary, and the panel says that it was not read whole", async ({
  sotto,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/large`);
  await expect(panel.getByText(/too large to read whole/)).toBeVisible();
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
});

test("what a reader cannot see is not read, and what only looks hidden is", async ({ sotto }) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/hidden.html`);
  const read = await passagesOf(panel);
  expect(read.filter((text) => text.includes("HIDDEN"))).toEqual([]);
  const kept = (await tab.content()).match(/KEPT[^.&]+/g) ?? [];
  expect(kept.length).toBeGreaterThan(15);
  expect(kept.filter((mark) => !read.some((text) => text.includes(mark)))).toEqual([]);
});

test("open shadow roots are read with what is slotted into them", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/shadow.html`);
  const read = (await passagesOf(panel)).join("\n");
  expect(read).toContain("This paragraph stands in an open shadow root.");
  expect(read).toContain("This paragraph stands in the page itself.");
});

test("frames of the same site are read where they stand", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/frame.html`);
  expect(await passagesOf(panel)).toEqual([
    "A page with a frame",
    "This paragraph stands before the frame.",
    "This paragraph stands inside the frame.",
    "This paragraph stands after the frame.",
  ]);
});

test("a picked folder without a model is refused with one sentence", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await useFolder(panel, join(import.meta.dirname, "../fixtures/pages"));
  await expect(panel.getByRole("alert")).toHaveText(/This model is not complete/);
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
});

async function passagesOf(panel: Page): Promise<string[]> {
  await panel.getByText("What Sotto read").click();
  const passages = panel.locator("[data-passage-number]");
  await expect(passages.first()).toBeVisible();
  return passages.allInnerTexts();
}
