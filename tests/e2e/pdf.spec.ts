import { answerIn, expect, openPanelOn, test } from "./fixtures.ts";
import { makePdfAt, paperText } from "./made-pdfs.ts";

const site = "http://papers.example";

function pdfAt(path: string): Buffer {
  const file = makePdfAt(path);
  if (!file) throw new Error(`no PDF at ${path}`);
  return file;
}

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

test("a PDF file is read in the panel, whatever the tab shows", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/blank`);
  await expect(panel.getByRole("alert")).toContainText("no text to summarize");
  await panel.getByText("Read a PDF file").click();
  const file = { name: "books.pdf", mimeType: "application/pdf", buffer: pdfAt("/paper.pdf") };
  await panel.getByLabel("Pick a PDF…").setInputFiles(file);
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(
    "The books in the cellar",
  );
  await panel.getByText("What Sotto read").click();
  const last = panel.locator("[data-passage-number]").last();
  await expect(last).toContainText(paperText(3));
  await expect(last).toContainText("page 3");
});

test("a file that is no PDF says so, and one that is dropped is read", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  const drop = (bytes: string) =>
    panel.evaluate((base64) => {
      const file = new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "x.pdf");
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
    }, bytes);
  await expect(answerIn(panel)).toBeVisible();
  await drop(btoa("not a PDF at all"));
  await expect(panel.getByRole("alert")).toContainText("This file is no PDF");
  await drop(pdfAt("/paper.pdf").toString("base64"));
  await expect(panel.getByRole("heading", { level: 2 }).first()).toHaveText(
    "The books in the cellar",
  );
});

test("a PDF of pictures says that it has no text", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/scan.pdf`);
  await expect(panel.getByRole("alert")).toContainText("pictures of pages and no text");
});
