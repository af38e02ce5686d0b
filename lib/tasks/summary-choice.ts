import * as v from "valibot";
import summarize, { summaryKinds, summaryLengths } from "./summarize.task.ts";

const taskOptions = {
  kind: v.picklist(summaryKinds),
  length: v.picklist(summaryLengths),
  words: v.picklist(["the page's", "plain"]),
};

/** What a reader wants of a summary: the options of the task, and its language. */
export const summaryChoiceSchema = v.object({
  ...taskOptions,
  /** An ISO 639 code, or null for the page's own; left out for the one that all answers are in. */
  language: v.exactOptional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)))),
});
export type SummaryChoice = v.InferOutput<typeof summaryChoiceSchema>;

/** What of a choice the task is told by its options; the language is the text's. */
export function optionsOf(choice: SummaryChoice): Record<string, string> {
  return v.parse(v.object(taskOptions), choice);
}

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
