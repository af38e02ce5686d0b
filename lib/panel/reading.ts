import type { DraftSentence } from "../text/draft.ts";
import type { PageText } from "../text/page-text.ts";
import type { OfPage } from "./front-page.ts";

/** A page that the panel has read: what the panel shows of it, and what jobs are given. */
export interface ReadPage {
  page: PageText;
  tabId: number;
  words: number;
  minutes: number;
  /** BCP 47 tag; what the text itself is in rather than what the page declares. Null if unknown. */
  language: string | null;
  draft: readonly DraftSentence[];
}

/** A text of fewer words says no less than its summary would, and a model would add what is not there. */
const fewestWords = 32;

/** Whether a page holds too little text to be summarized. What a reader selects never does. */
export function isTooShort({ page, words }: Pick<ReadPage, "page" | "words">): boolean {
  return page.source !== "selection" && words < fewestWords;
}

/** What the panel's answer is about. */
export type Reading =
  | { kind: "none" }
  | { kind: "reading" }
  | ({ kind: "read" } & ReadPage)
  | { kind: "failed"; tabId: number };

/** Where what was read belongs; null while there is nothing. */
export function pageOfReading(reading: Reading): OfPage | null {
  switch (reading.kind) {
    case "none":
    case "reading":
      return null;
    case "read": {
      const { page, tabId } = reading;
      return page.url === "" ? null : { tabId, what: page, url: page.url }; // a file is of no tab
    }
    case "failed":
      return { tabId: reading.tabId, what: reading, url: null };
  }
}
