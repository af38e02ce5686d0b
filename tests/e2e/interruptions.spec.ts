import { answerIn, expect, modelsAnswer, openWithModel, test, useFolder } from "./fixtures.ts";
import { watchEngine } from "./watch-engine.ts";
import { longLine } from "./made-pages.ts";

const site = "http://news.example";

test("Stop keeps what had come, and the next job runs", async ({ sotto }) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/long-answer`);
  await expect(modelsAnswer(panel)).toBeEnabled();
  await panel.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(panel.getByRole("button", { name: "Summarize", exact: true })).toBeVisible();
  const kept = await answerIn(panel).innerText();
  expect(longLine.startsWith(kept.trim())).toBe(true);
  expect(kept.length).toBeGreaterThan(0);
  await expect(panel.getByRole("alert")).toBeHidden();
  await tab.goto(`${site}/other`);
  await sotto.clickToolbar(tab);
  await expect(answerIn(panel)).toHaveText("Another page, another line.");
});

test("closing the panel ends its job", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/long-answer`);
  const engine = await watchEngine(sotto);
  await expect(modelsAnswer(panel)).toBeEnabled();
  expect(await engine.state()).toBe("busy");
  await panel.close();
  await expect.poll(() => engine.state(), { timeout: 1_500 }).toBe("ready");
});

test("a service worker that is stopped in the middle of a job changes nothing", async ({
  sotto,
}) => {
  const { panel } = await openWithModel(sotto, `${site}/long-answer`);
  await expect(modelsAnswer(panel)).toBeEnabled();
  await sotto.stopServiceWorker();
  await expect(panel.getByRole("button", { name: "Summarize", exact: true })).toBeVisible();
  await expect(answerIn(panel)).toHaveText(/^wave 0, wave 1, .*wave \d+/);
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  await expect(modelsAnswer(panel)).toBeEnabled();
});

test("a tab that is closed in the middle of a job leaves the answer whole", async ({ sotto }) => {
  const keep = await sotto.openTab(`${site}/other`);
  const tab = await sotto.context.newPage();
  await tab.goto(`${site}/marked`);
  await sotto.clickToolbar(tab);
  const panel = await sotto.panel();
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
  await useFolder(panel);
  await tab.close();
  await keep.bringToFront();
  await expect(answerIn(panel)).toHaveText(/^The tide at Dover turned/);
  await expect(panel.getByText(/This is about “Marked”/)).toBeVisible();
});

test("a page that is left in the middle of a job is named as not the one in front", async ({
  sotto,
}) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/long-answer`);
  await expect(modelsAnswer(panel)).toBeEnabled();
  await tab.goto(`${site}/other`);
  await expect(panel.getByText(/This is about “Long answer”/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Summarize", exact: true })).toBeVisible();
  await expect(answerIn(panel)).toHaveText(/^wave 0, wave 1/);
});
