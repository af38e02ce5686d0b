import * as v from "valibot";
import summarize, { summaryKinds, summaryLengths } from "./summarize.task.ts";

/** What a reader wants of a summary: the options of the task. */
export const summaryChoiceSchema = v.object({
  kind: v.picklist(summaryKinds),
  length: v.picklist(summaryLengths),
  words: v.picklist(["the page's", "plain"]),
});
export type SummaryChoice = v.InferOutput<typeof summaryChoiceSchema>;

/** What summaries are to be like unless the reader says otherwise; no address is among it. */
export const summaryDefaultsSchema = v.object({
  always: v.nullable(summaryChoiceSchema),
  /** By the kind of site; these go before `always`. */
  bySiteKind: v.record(v.string(), summaryChoiceSchema),
});
export type SummaryDefaults = v.InferOutput<typeof summaryDefaultsSchema>;

/** What is asked where the reader has chosen nothing. */
export const usualChoice: SummaryChoice = v.parse(
  summaryChoiceSchema,
  Object.fromEntries(
    Object.entries(summarize.options).map(([name, option]) => [name, option.default]),
  ),
);
