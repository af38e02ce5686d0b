import * as v from "valibot";

/** A run of letters in one font on one line. Lengths are in points, from the sheet's left and top. */
const runSchema = v.object({
  text: v.string(),
  left: v.number(),
  right: v.number(),
  baseline: v.number(),
  /** Of the letters. */
  size: v.number(),
  /** Tells fonts apart within a document; it is not their name. */
  font: v.string(),
  isMonospace: v.boolean(),
  isRightToLeft: v.boolean(),
});
export type Run = v.InferOutput<typeof runSchema>;

/** One sheet of a PDF, which readers call a page; here a page is what stands in a tab. */
const sheetSchema = v.object({
  /** Counted from 1. */
  number: v.number(),
  width: v.number(),
  height: v.number(),
  /** In the order of the file, which need not be the order of reading. */
  runs: v.array(runSchema),
});
export type Sheet = v.InferOutput<typeof sheetSchema>;

/** What a PDF holds in words, before its order is found. */
export const pdfSheetsSchema = v.object({
  /** As its file declares it, or empty. */
  title: v.string(),
  author: v.string(),
  /** BCP 47 tag that the file declares, or null. */
  language: v.nullable(v.string()),
  sheets: v.array(sheetSchema),
  /** Sheets of the file, of which there may be more than were read. */
  totalSheets: v.number(),
});
export type PdfSheets = v.InferOutput<typeof pdfSheetsSchema>;
