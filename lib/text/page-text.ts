/** What a passage was on the page; `heading` carries no sentence of its own. */
export type PassageKind = "heading" | "paragraph" | "list-item" | "quote" | "table-row" | "code";

/** One block of the page that evidence can point to. */
export interface Passage {
  /** Its place in reading order, counted from 1. */
  number: number;
  kind: PassageKind;
  /** Visible text with its white space folded; only code keeps line breaks. Never empty. */
  text: string;
  /** Where it stands in the document; only `lib/page` can read it. */
  place: string;
  /** In a PDF, the page that it begins on, counted from 1. */
  pdfPage?: number;
}

/** A page as Sotto reads it. All of it is data from a stranger: never markup, never instructions. */
export interface PageText {
  title: string;
  byline: string | null;
  /** The BCP 47 tag that the page declares, or null; it may be wrong. */
  language: string | null;
  /** Empty for a file that the reader gave. */
  url: string;
  /** What was read: the article, the main region of a page that is no article, the selection, a PDF. */
  source: "article" | "main" | "selection" | "pdf";
  passages: readonly Passage[];
  /** Why some of the page was not read; null when nothing was left out. */
  leftOut: "page-too-large" | null;
}
