import type { Locator, Page } from "@playwright/test";
import { expect, modelsAnswer, openWithModel, test } from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";

const site = "http://news.example";

test("a reply to a message is drafted with the reader's points, copied, and replaces nothing", async ({
  sotto,
}) => {
  await sotto.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { tab, panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(panel.getByText("What Sotto read")).toBeVisible();
  const before = await tab.locator("main").innerText();
  await tab.locator("p", { hasText: "¶" }).selectText();
  await panel.getByText("Reply to the selected text").click();
  await panel.getByLabel("What it should say").fill("Yes to Tuesday");
  await panel.getByRole("button", { name: "Draft a reply" }).click();

  await expect(panel.getByRole("heading", { level: 2, name: "Reply" })).toBeVisible();
  await expect(draftIn(panel)).toHaveText(markedLine);
  await expect(panel.getByText("Yes to Tuesday").first()).toBeVisible();
  await expect(panel.getByRole("button", { name: "Replace" })).toBeHidden();
  await panel.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(markedLine);

  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByText("The model wrote the same words again.")).toBeVisible();
  expect(await tab.locator("main").innerText()).toBe(before);
});

test("a reply that is stopped keeps what has come", async ({ sotto }) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/long-answer`);
  await expect(modelsAnswer(panel)).toBeEnabled(); // of the summary, which the reply ends
  await tab.locator("p", { hasText: "¶" }).selectText();
  await panel.getByText("Reply to the selected text").click();
  await panel.getByRole("button", { name: "Draft a reply" }).click();
  await expect(draftIn(panel)).toContainText("wave 2");
  await panel.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(panel.getByText("You stopped this answer before its end.")).toBeVisible();
  await expect(draftIn(panel)).toContainText("wave 2");
});

function draftIn(panel: Page): Locator {
  return panel.getByRole("region", { name: "Draft of a reply" });
}
