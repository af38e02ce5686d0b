import type { Page } from "@playwright/test";
import { answerIn, expect, openWithModel, test } from "./fixtures.ts";
import { violationsIn } from "./axe.ts";
import { ferryLine, markedLine } from "./made-pages.ts";
import { wordsIn } from "./words-in.ts";

const site = "http://news.example";

test("questions about a page are answered one after the other, and the page is not read again", async ({
  sotto,
}) => {
  const { panel } = await openWithModel(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine); // with the whole page read
  for (const [index, question] of ["When did it turn?", "And who says so?"].entries()) {
    await ask(panel, question);
    const exchange = panel.locator(".exchanges > li").nth(index);
    await expect(exchange.locator(".question")).toHaveText(question);
    await expect(exchange.locator('.answer[aria-busy="false"]')).toHaveText(markedLine);
    await expect(panel.getByText("The page had been read already.")).toHaveCount(1);
  }
  await expect(panel.getByLabel("Ask about this page")).toHaveValue("");
  await expect(answerIn(panel)).toHaveText(markedLine);
});

test("a question about a long page is answered from what is nearest to it, which its marks show", async ({
  sotto,
}) => {
  const { tab, panel } = await openWithModel(sotto, `${site}/ferries`);
  await ask(panel, "When does the last ferry leave for Harwich?");
  const answer = panel.locator(".exchanges .answer");
  await expect(answer).toHaveText(ferryLine, { timeout: 30_000 });
  await answer
    .getByRole("button", { name: /^Show in page: passage \d+$/ })
    .first()
    .click();
  await expect(panel.getByRole("region", { name: /^Passage \d+$/ })).toContainText(ferryLine);
  await expect.poll(async () => (await wordsIn(tab)).join(" ")).toContain("Harwich");
  for (const colorScheme of ["light", "dark"] as const) {
    await panel.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violationsIn(panel)).toEqual([]);
  }
});

async function ask(panel: Page, question: string): Promise<void> {
  const field = panel.getByLabel("Ask about this page");
  await field.fill(question);
  await field.press("Enter");
}
