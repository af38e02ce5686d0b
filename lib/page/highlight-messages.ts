import * as v from "valibot";

/** What the panel asks of the script that highlights in a page: to show one passage. */
export const toHighlighterSchema = v.object({
  /** The address of the page when it was read. */
  url: v.string(),
  place: v.string(),
  text: v.string(),
  /** The words of `text` that stand out, in UTF-16 units. */
  words: v.array(v.object({ start: v.number(), end: v.number() })),
});
export type ToHighlighter = v.InferOutput<typeof toHighlighterSchema>;

const highlightOutcomes = [
  "shown",
  /** The passage is in the document, folded away or hidden. */
  "hidden",
  /** The same page no longer has the passage. */
  "changed",
  "another-page",
] as const;
export type HighlightOutcome = (typeof highlightOutcomes)[number];

/** What the script says; checked, since a page shares its process. */
export const fromHighlighterSchema = v.variant("kind", [
  v.object({ kind: v.literal("done"), outcome: v.picklist(highlightOutcomes) }),
  /** The reader has put the highlight away in the page. */
  v.object({ kind: v.literal("put-away") }),
]);
export type FromHighlighter = v.InferOutput<typeof fromHighlighterSchema>;
