import { AppError, type WireError } from "../errors.ts";
import type { RewriteTarget } from "../page/rewrite-target.ts";
import { detectLanguage } from "../text/language.ts";
import type { OfPage } from "./front-page.ts";

/** What is selected: its text, where it may be replaced or why it may only be copied. */
export type Target = RewriteTarget;

/** What the reader has selected. */
export type Subject =
  { kind: "none" } | { kind: "reading" } | { kind: "unread"; error: WireError } | Selected;

export interface Selected {
  kind: "selected";
  tabId: number;
  target: Target;
  /** BCP 47 tag of the text's language; null where that is not sure. */
  language: string | null;
  page: PageName;
}

/** A page as the browser names it; empty where it does not tell. */
export interface PageName {
  title: string;
  url: string;
}

/** What reading a selection needs of the browser. */
export interface SelectionSurroundings {
  /** @throws AppError `nothing-selected`, `text-too-long` or a code that begins with `page-`. */
  readTarget(tabId: number): Promise<RewriteTarget>;
  /** What stands in a tab. */
  namePage(tabId: number): Promise<PageName>;
}

/** Reads what is selected in a tab, or tells why it cannot be read. */
export async function readSelection(
  tabId: number,
  { readTarget, namePage }: SelectionSurroundings,
): Promise<Extract<Subject, { kind: "selected" | "unread" }>> {
  try {
    const target = await readTarget(tabId);
    const page = await namePage(tabId);
    return { kind: "selected", tabId, target, page, language: await sureLanguage(target.text) };
  } catch (thrown) {
    return { kind: "unread", error: AppError.from(thrown).toWire() };
  }
}

/** Where what is selected belongs; null while there is nothing. */
export function pageOfSelection(subject: Subject): OfPage | null {
  if (subject.kind !== "selected") return null;
  return { tabId: subject.tabId, what: subject.target, url: subject.page.url };
}

async function sureLanguage(text: string): Promise<string | null> {
  const found = await detectLanguage(text);
  return found?.isReliable ? found.language : null;
}
