import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerIn, expect, openPanelOn, test } from "./fixtures.ts";

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

test("nothing that a reader cannot see is read", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/hidden.html`);
  await panel.getByText("What Sotto read").click();
  const read = (await panel.locator("[data-passage-number]").allInnerTexts()).join("\n");
  const html = readFileSync(join(import.meta.dirname, "../fixtures/pages/hidden.html"), "utf8");
  const [hidden, kept] = [/HIDDEN-[\w-]+/g, /KEPT-[\w-]+/g].map((mark) => html.match(mark) ?? []);
  expect(hidden?.filter((mark) => read.includes(mark))).toEqual([]);
  expect(kept?.filter((mark) => !read.includes(mark))).toEqual([]);
  expect(kept?.length).toBeGreaterThan(0);
});

test("shadow roots and frames of the same site are read", async ({ sotto }) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/shadow.html`);
  await panel.getByText("What Sotto read").click();
  await expect(panel.locator("[data-passage-number]").first()).toBeVisible();
  await tab.goto(`${site}/frame.html`);
  await sotto.clickToolbar(tab);
  await expect(panel.getByRole("heading", { level: 2 }).first()).toBeVisible();
});
