import { AppError } from "../../errors.ts";
import type { PageText } from "../../text/page-text.ts";
import { findColumns } from "./columns.ts";
import { makePdfBlocks, type PdfBlock } from "./paragraphs.ts";
import type { PdfSheets } from "./pdf-sheet.ts";
import { makeRows } from "./rows.ts";
import { dropRunningHeads } from "./running-heads.ts";

/** A document with fewer letters a sheet is one of pictures. */
const fewestLettersPerSheet = 16;

/**
 * Makes numbered passages, each with the page it begins on, of what a PDF holds.
 * @param from Where the PDF is, and what to call it if it has no title.
 * @throws AppError `page-pdf-scan` if it holds pictures of pages and hardly any text.
 */
export function readPdfSheets(pdf: PdfSheets, from: { url: string; fileName: string }): PageText {
  const sheets = dropRunningHeads(pdf.sheets.map(makeRows));
  const blocks = makePdfBlocks(sheets.flatMap(findColumns)).filter(({ text }) => text !== "");
  const letters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < fewestLettersPerSheet * Math.max(1, pdf.sheets.length))
    throw new AppError("page-pdf-scan", "hardly any text");
  return {
    title: titleOf(pdf, blocks) ?? from.fileName,
    byline: pdf.author === "" ? null : pdf.author,
    language: pdf.language,
    url: from.url,
    source: "pdf",
    passages: blocks.map(({ kind, text, sheet }, at) => ({
      number: at + 1,
      kind,
      text,
      place: "",
      pdfPage: sheet,
    })),
    leftOut: pdf.sheets.length < pdf.totalSheets ? "page-too-large" : null,
  };
}

/** Programs write the name of a file where a title should be. */
const noTitle =
  /^(?:microsoft \w+ - |untitled|slide \d|.*\.(?:docx?|pptx?|xlsx?|tex|dvi|indd|pdf)$)/i;

function titleOf({ title }: PdfSheets, blocks: readonly PdfBlock[]): string | null {
  const declared = title.trim();
  if (declared !== "" && !noTitle.test(declared)) return declared;
  const first = blocks.slice(0, 5).find(({ kind, sheet }) => kind === "heading" && sheet === 1);
  return first?.text ?? null;
}
