import { answerIn, expect, openWithModel, test } from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";

const site = "http://books.example";

/** A part of 100,000 words is thousands of tokens, which a busy machine takes long to read. */
const noted = { timeout: 90_000 };

test("each kind of summary is asked for and answered", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const kind = panel.getByLabel("Kind");
  for (const name of ["Short text", "One sentence", "Headline", "Table of facts", "Outline"]) {
    await kind.selectOption(name);
    await expect(panel.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
    await expect(answerIn(panel)).toHaveText(markedLine);
    await expect(panel.getByRole("button", { name: "Stop", exact: true })).toBeHidden();
  }
});

test("a page of 100,000 words is read in a selection, or part by part, stopped and gone on with", async ({
  sotto,
}) => {
  test.slow();
  const { panel } = await openWithModel(sotto, `${site}/book`);
  await expect(panel.getByText(/^Read the \d+ most telling of 2,0\d\d passages/)).toBeVisible();
  await panel.getByRole("button", { name: /^Read everything/ }).click();
  const parts = panel.getByRole("region", { name: "Part by part" });
  await expect(parts.getByRole("listitem").nth(1)).toBeVisible(noted);
  await panel.getByRole("button", { name: "Stop", exact: true }).click();
  const goOn = panel.getByRole("button", { name: "Go on" });
  await expect(goOn).toBeVisible();
  const before = await parts.getByRole("listitem").allInnerTexts();
  await goOn.click();
  await expect(parts.getByRole("listitem").nth(before.length)).toBeVisible(noted);
  expect((await parts.getByRole("listitem").allInnerTexts()).slice(0, before.length)).toEqual(
    before,
  );
});

test("a page of 100,000 words is read to its end on a slow machine too", async ({ sotto }) => {
  const tab = await sotto.openTab(`${site}/book`);
  const session = await sotto.context.newCDPSession(tab);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 20 });
  await sotto.clickToolbar(tab);
  const panel = await sotto.panel();
  await expect(panel.getByText("100,000 words", { exact: true })).toBeVisible();
});

test("a page of thirty words has no summary but a sentence that says so", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/thirty-words`);
  await expect(panel.getByText(/^This page holds only \d+ words/)).toBeVisible();
  await expect(answerIn(panel)).toHaveCount(0);
});
