import type { Page } from "@playwright/test";
import { answerIn, expect, openPanelOn, openWithModel, test } from "./fixtures.ts";
import { violationsIn } from "./axe.ts";
import { wordsIn } from "./words-in.ts";

const site = "http://news.example";

test("a sentence's mark scrolls the page to its words, and nothing of it stays behind", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/article.html`);
  const before = await tab.content();
  const last = answerIn(panel).getByRole("listitem").last();
  const sentence = (await last.innerText()).trim();
  const mark = last.getByRole("button", { name: /^Show in page: passage \d+$/ });
  await mark.click();
  await expect(panel.getByRole("region", { name: /^Passage \d+$/ })).toContainText(sentence);
  await expect.poll(() => wordsIn(tab)).toEqual([sentence]);
  await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(500);
  expect(await tab.content()).toBe(before);
  await tab.keyboard.press("Escape");
  await expect.poll(() => tracesIn(tab)).toBe(0);
  await mark.focus();
  await panel.keyboard.press("Enter"); // off, as it was on
  await panel.keyboard.press("Enter");
  await expect.poll(() => wordsIn(tab)).toEqual([sentence]);
  await panel.close();
  await expect.poll(() => tracesIn(tab)).toBe(0);
});

test("a passage that the page no longer has is said to be gone, and is quoted all the same", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/article.html`);
  const first = answerIn(panel).getByRole("listitem").first();
  const sentence = (await first.innerText()).trim();
  await tab.evaluate(() => document.querySelector("article")?.replaceChildren("Nothing."));
  await first.getByRole("button").click();
  const passage = panel.getByRole("region", { name: /^Passage \d+$/ });
  await expect(passage).toContainText("The page has changed: this passage is no longer there.");
  await expect(passage).toContainText(sentence);
  await tab.goto(`${site}/other`);
  await answerIn(panel).getByRole("button").last().click();
  await expect(passage).toContainText("Another page is in that tab now.");
});

test("a model's answer says which of its sentences the page backs, differs from and does not know", async ({
  sotto,
}) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/doubtful`);
  const answer = answerIn(panel);
  await expect(panel.getByText("4 of 6 sentences found on the page.")).toBeVisible();
  await expect(answer.getByText("differs: the page says “421 metres”")).toBeVisible();
  await expect(answer.getByText("nothing on the page backs this")).toBeVisible();
  await answer.getByRole("button", { name: "Show in page: passage 2" }).click();
  await expect.poll(async () => (await wordsIn(tab)).join(" ")).toContain("421 metres long");
  await panel.getByText("What Sotto read").click();
  await panel.getByRole("button", { name: "1 sentence rests on this" }).first().click();
  await expect(answer.locator(".resting")).toHaveText("The harbour of Dover was built in 1595.");
  for (const colorScheme of ["light", "dark"] as const) {
    await panel.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violationsIn(panel)).toEqual([]);
  }
});

function tracesIn(tab: Page): Promise<number> {
  return tab.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length);
}
