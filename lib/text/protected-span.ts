/** What a rewrite must keep. Times and days of the week are dates; percentages are amounts. */
export type ProtectedKind =
  "number" | "date" | "amount" | "url" | "mail" | "code" | "quotation" | "placeholder" | "name";

/** A stretch of a text that a rewrite must keep; `start` and `end` count UTF-16 units. */
export interface ProtectedSpan {
  kind: ProtectedKind;
  text: string;
  start: number;
  end: number;
}

/** A span with what it says, whatever way it is written. */
export interface ValuedSpan extends ProtectedSpan {
  /** More than one where a writing may be read in several ways. */
  values: readonly string[];
}

/** Stands for characters that were found already, so that nothing is found in them again. */
export const taken = "\ue000";

/** A text of the same length with the characters of some spans taken. */
export function takeSpans(text: string, spans: readonly ProtectedSpan[]): string {
  let rest = "";
  let from = 0;
  for (const { kind, text: written, start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    // a sentence may end with a quotation, or with the stop of "p.m."
    const isEnd = kind === "quotation" ? /[.!?…。！？].$/u.test(written) : written.endsWith(".");
    rest += text.slice(from, start) + taken.repeat(end - start - 1) + (isEnd ? "." : taken);
    from = end;
  }
  return rest + text.slice(from);
}
