import type { Page } from "@playwright/test";
import { answerIn, expect, openWithModel, test } from "./fixtures.ts";
import { ferryLine, markedLine } from "./made-pages.ts";

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

test("a question about a long page is answered from what is nearest to it", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, `${site}/ferries`);
  await ask(panel, "When does the last ferry leave for Harwich?");
  await expect(panel.locator(".exchanges .answer")).toHaveText(ferryLine, { timeout: 30_000 });
});

async function ask(panel: Page, question: string): Promise<void> {
  const field = panel.getByLabel("Ask about this page");
  await field.fill(question);
  await field.press("Enter");
}
