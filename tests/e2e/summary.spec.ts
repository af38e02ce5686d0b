import {
  answerIn,
  expect,
  modelsAnswer,
  openPanelOn,
  openWithModel,
  test,
  useFolder,
} from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";

const site = "http://news.example";

test("the toolbar button opens the panel with an instant summary of the page", async ({
  sotto,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/article.html`);
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(
    /how tides really work/,
  );
  const sentences = answerIn(panel).getByRole("listitem");
  await expect(sentences.first()).toBeVisible();
  expect(await sentences.count()).toBeGreaterThanOrEqual(3);
  expect(await sentences.count()).toBeLessThanOrEqual(7);
  await expect(panel.getByRole("button", { name: /^Fetch / })).toBeVisible();
  await expect(panel.getByText("Nothing left this machine · 0 requests")).toBeVisible();
});

test("every sentence of the instant summary stands on the page word for word", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/article.html`);
  const sentences = answerIn(panel).getByRole("listitem");
  await expect(sentences.first()).toBeVisible();
  const text = (await tab.locator("article").innerText()).replaceAll(/\s+/g, " ");
  for (const sentence of await sentences.allInnerTexts()) expect(text).toContain(sentence);
});

test("a passage of the page comes back word for word through prompt, tokenizer, model and cache", async ({
  sotto,
}) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await expect(panel.getByText(/on the processor/).first()).toBeVisible();
});

test("the instant summary is one click away from the model's answer", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await panel.getByRole("button", { name: "Instant summary" }).click();
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
  await modelsAnswer(panel).click();
  await expect(answerIn(panel)).toHaveText(markedLine);
});

test("the panel's own button summarizes the page again", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  await expect(panel.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await expect(answerIn(panel)).toHaveText(markedLine);
});

test("the shown text is what is copied, plain or as Markdown", async ({ sotto }) => {
  await sotto.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await panel.getByRole("button", { name: "Copy text" }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(markedLine);
  await panel.getByRole("button", { name: "Instant summary" }).click();
  await panel.getByRole("button", { name: "Copy as Markdown" }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toMatch(/^- The /);
});

test("the selection alone is read when there is one", async ({ sotto }) => {
  const tab = await sotto.openTab(`${site}/marked`);
  await tab.locator("p").first().selectText();
  await sotto.clickToolbar(tab);
  const panel = await sotto.panel();
  await expect(panel.getByText("Selection", { exact: true })).toBeVisible();
  await panel.getByText("What Sotto read").click();
  await expect(panel.locator("[data-passage-number]")).toHaveText(
    await tab.locator("p").first().innerText(),
  );
});

test("a panel in another window answers for its own page", async ({ sotto }) => {
  const first = await openPanelOn(sotto, `${site}/marked`);
  await useFolder(first.panel);
  await expect(answerIn(first.panel)).toHaveText(markedLine);
  const tab = await sotto.openWindow(`${site}/other`);
  await sotto.clickToolbar(tab);
  const second = await sotto.panel();
  await expect(answerIn(second)).toHaveText("Another page, another line.");
  await expect(answerIn(first.panel)).toHaveText(markedLine);
});

test("a page in Japanese has a summary of whole Japanese sentences", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/japanese.html`);
  const sentences = answerIn(panel).getByRole("listitem");
  await expect(sentences.first()).toBeVisible();
  for (const sentence of await sentences.allInnerTexts()) expect(sentence).toMatch(/[。！？」]$/);
});
