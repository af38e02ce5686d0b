import * as v from "valibot";

/** Why something may be wrong. */
const reasonSchema = v.picklist([
  "agreement",
  "capital",
  "grammar",
  "punctuation",
  "repeated",
  "spelling",
  "word-break",
  "wrong-word",
]);
export type SuggestionReason = v.InferOutput<typeof reasonSchema>;

/** A stretch of a text that may be wrong; `start` and `end` count UTF-16 units. */
export const suggestionSchema = v.object({
  start: v.number(),
  end: v.number(),
  /** What may stand there instead, the likeliest first; at least one. */
  corrections: v.pipe(v.array(v.string()), v.minLength(1)),
  reason: reasonSchema,
});
export type Suggestion = v.InferOutput<typeof suggestionSchema>;

/** What shall stand in a stretch of a text. */
export interface Correction {
  start: number;
  end: number;
  text: string;
}

/** A text with corrections made, which must not overlap. */
export function correct(text: string, corrections: readonly Correction[]): string {
  return corrections
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text }) => whole.slice(0, start) + text + whole.slice(end), text);
}
