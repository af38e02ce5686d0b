import { answerIn, expect, openPanelOn, test } from "./fixtures.ts";
import { paperText } from "./made-pdfs.ts";

const site = "http://papers.example";

test("a PDF in a tab is read from what the browser has, column by column, without heads", async ({
  sotto,
  network,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/paper.pdf`);
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(
    "The books in the cellar",
  );
  await panel.getByText("What Sotto read").click();
  const passages = panel.locator("[data-passage-number]");
  for (const number of [1, 2, 3])
    await expect(passages.filter({ hasText: paperText(number) })).toHaveCount(1);
  await expect(passages.filter({ hasText: "Tide Review" })).toHaveCount(0);
  expect(network.requests().filter((url) => url.endsWith(".pdf"))).toHaveLength(1);
});

test("a PDF of pictures says that it has no text", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/scan.pdf`);
  await expect(panel.getByRole("alert")).toContainText("pictures of pages and no text");
});
