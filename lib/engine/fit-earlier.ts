import type { LanguageModel } from "./language-model.ts";

/** The newest of the wordings to avoid, as many as fit into `budgetTokens`, in their order. */
export function fitEarlier(
  wordings: readonly string[],
  room: { model: Pick<LanguageModel, "countTokens">; budgetTokens: number },
): string[] {
  let left = room.budgetTokens;
  const fitting = wordings.toReversed().filter((wording) => {
    left -= room.model.countTokens(wording) + 1; // and a line end
    return left >= 0;
  });
  return fitting.toReversed();
}
