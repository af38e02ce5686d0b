import type { TaskText } from "../tasks/task.ts";
import { rankForQuestion } from "../text/rank-for-question.ts";
import { fitPassages } from "./fit-passages.ts";
import type { LanguageModel } from "./language-model.ts";

/**
 * What is read of a long text for one question. Each question wants other passages, and each is
 * waited for, so this is less than a prompt can hold.
 */
const NEAREST_TOKENS = 1024;

/** All of a text that fits, which is then read once for all questions; else what is nearest to one. */
export function fitToQuestion(
  { passages, headings = [], earlier }: Pick<TaskText, "passages" | "headings" | "earlier">,
  question: string,
  room: { model: Pick<LanguageModel, "countTokens">; budgetTokens: number },
): number[] {
  const all = fitPassages(passages, [...passages.keys()], room);
  if (all.length === passages.length) return all;
  const before = earlier?.[0]?.at(-1) ?? "";
  const byNearness = rankForQuestion({ passages, headings }, { text: question, before });
  const budgetTokens = Math.min(room.budgetTokens, NEAREST_TOKENS);
  return fitPassages(passages, byNearness, { ...room, budgetTokens });
}
