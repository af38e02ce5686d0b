import { violationsIn } from "./axe.ts";
import { answerIn, expect, openPanelOn, openWithModel, test } from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";
import { addTask, openOptions } from "./options-page.ts";

const site = "http://news.example";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the panel, ${colorScheme}`, async ({ sotto }) => {
    const { panel } = await openPanelOn(sotto, `${site}/article.html`);
    await panel.emulateMedia({ colorScheme });
    await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
    await panel.getByText("What Sotto read").click();
    expect(await violationsIn(panel)).toEqual([]);
  });
}

test("axe finds nothing in the panel with a model's answer and with a complaint", async ({
  sotto,
}) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await panel.getByRole("heading", { name: "Models" }).click();
  expect(await violationsIn(panel)).toEqual([]);
  await tab.goto(`${site}/blank`);
  await sotto.clickToolbar(tab);
  await expect(panel.getByRole("alert")).toBeVisible();
  expect(await violationsIn(panel)).toEqual([]);
});

test("axe finds nothing in the panel with the difference of a rewrite and its question", async ({
  sotto,
}) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/form`);
  await expect(panel.getByText("What Sotto read")).toBeVisible();
  await tab.getByRole("textbox").selectText();
  await panel.getByText("Rewrite the selected text").click();
  expect(await violationsIn(panel)).toEqual([]);
  await panel.getByRole("button", { name: "Plainer", exact: true }).click();
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(panel.getByRole("button", { name: "Keep my text" })).toBeFocused();
  for (const colorScheme of ["light", "dark"] as const) {
    await panel.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violationsIn(panel)).toEqual([]);
  }
});

test("axe finds nothing in the options with a task, and with one that cannot be kept", async ({
  sotto,
}) => {
  const options = await openOptions(sotto);
  const second = await openOptions(sotto);
  await addTask(options, { name: "Like a sailor", instruction: "Say it like a sailor." });
  await expect(second.getByRole("heading", { name: "Like a sailor" })).toBeVisible();
  await options.getByRole("button", { name: "Add a task…" }).click();
  await options.getByLabel("Name", { exact: true }).fill("Like a sailor");
  await options.getByRole("button", { name: "Add it" }).click();
  await expect(options.getByRole("alert")).toHaveText(/of this name already/);
  await expect(options.getByLabel("Name", { exact: true })).toBeFocused();
  await options.emulateMedia({ reducedMotion: "reduce" }); // no colour is on its way to another
  for (const colorScheme of ["light", "dark"] as const) {
    await options.emulateMedia({ colorScheme });
    expect(await violationsIn(options)).toEqual([]);
  }
});

test("the whole job can be done with the keyboard alone", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await panel.getByRole("button", { name: "Summarize", exact: true }).focus();
  const reached = new Set<string>();
  for (let presses = 0; presses < 12; presses++) {
    await panel.keyboard.press("Tab");
    reached.add(await panel.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  for (const name of [
    "Instant summary",
    "Model's answer",
    "Copy text",
    "Copy as Markdown",
    "Try again",
  ])
    expect([...reached]).toContain(name);
  await panel.getByRole("button", { name: "Summarize", exact: true }).focus();
  await panel.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Stop", exact: true })).toBeFocused();
  await expect(answerIn(panel)).toHaveText(markedLine);
});

test("nothing overflows a panel of 320 pixels", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const page = await sotto.context.newPage();
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(panel.url());
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
