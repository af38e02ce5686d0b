import * as v from "valibot";

/** How a translated page shows what stood there before. */
const originalViewSchema = v.picklist(["hidden", "on-hover", "below"]);
export type OriginalView = v.InferOutput<typeof originalViewSchema>;

/** The most that is asked of the translator at once, and of one text, which else is left as it is. */
export const askLimits = { texts: 24, characters: 2_000, charactersOfOne: 100_000 };

/** What the panel says to the script in a page. */
export const toPageSchema = v.variant("kind", [
  /** Begins, or goes on where the page is translated into this language already. */
  v.object({
    kind: v.literal("begin"),
    target: v.object({ tag: v.string(), direction: v.picklist(["ltr", "rtl"]) }),
    original: originalViewSchema,
  }),
  /**
   * Answers the last `ask` with as many groups of as many texts. A text that came back as it was is
   * in the target language already; null is one that could not be translated.
   */
  v.object({ kind: v.literal("translated"), groups: v.array(v.array(v.nullable(v.string()))) }),
  v.object({ kind: v.literal("show"), original: originalViewSchema }),
  /** Puts everything back as it was, and ends the script. */
  v.object({ kind: v.literal("restore") }),
]);
export type ToPage = v.InferOutput<typeof toPageSchema>;

const textSchema = v.pipe(v.string(), v.maxLength(askLimits.charactersOfOne));

const groupSchema = v.object({
  /** The language that the page says they are in, as it says it; null where it says nothing. */
  language: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  texts: v.array(textSchema),
});
/** Texts that stand together, and so are in one language. */
export type TextGroup = v.InferOutput<typeof groupSchema>;

/** What the script in a page says; checked, since a page shares its process. */
export const toPanelSchema = v.variant("kind", [
  v.object({
    kind: v.literal("ask"),
    groups: v.pipe(v.array(groupSchema), v.maxLength(askLimits.texts)),
  }),
  v.object({
    kind: v.literal("progress"),
    doneSentences: v.number(),
    totalSentences: v.number(),
    /** Of those that are done, how many could not be translated and stand as they were. */
    leftSentences: v.number(),
    /** Whether the page has more text than is translated at once. */
    isCut: v.boolean(),
  }),
  v.object({ kind: v.literal("restored") }),
]);
export type ToPanel = v.InferOutput<typeof toPanelSchema>;
