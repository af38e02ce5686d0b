import { AppError, type WireError } from "../errors.ts";
import type { RewriteTarget } from "../page/rewrite-target.ts";
import { detectLanguage } from "../text/language.ts";

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
}

/** What reading a selection needs of the browser. */
export interface SelectionSurroundings {
  /** @throws AppError `nothing-selected`, `text-too-long` or a code that begins with `page-`. */
  readTarget(tabId: number): Promise<RewriteTarget>;
}

/** Reads what is selected in a tab, or tells why it cannot be read. */
export async function readSelection(
  tabId: number,
  { readTarget }: SelectionSurroundings,
): Promise<Extract<Subject, { kind: "selected" | "unread" }>> {
  try {
    const target = await readTarget(tabId);
    return { kind: "selected", tabId, target, language: await sureLanguage(target.text) };
  } catch (thrown) {
    return { kind: "unread", error: AppError.from(thrown).toWire() };
  }
}

async function sureLanguage(text: string): Promise<string | null> {
  const found = await detectLanguage(text);
  return found?.isReliable ? found.language : null;
}
