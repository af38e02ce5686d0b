import type { LanguageModel } from "./language-model.ts";

/**
 * The passages a prompt can hold, in reading order: all of them, or those that matter most within
 * `budgetTokens`. `byImportance` lists indices of `passages`, the most telling first.
 */
export function fitPassages(
  passages: readonly string[],
  byImportance: readonly number[],
  room: { model: Pick<LanguageModel, "countTokens">; budgetTokens: number },
): number[] {
  const costs = passages.map((passage) => room.model.countTokens(passage) + 1); // and a line end
  let left = room.budgetTokens;
  const chosen = byImportance.filter((index) => {
    const cost = costs[index] ?? 0;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
  return chosen.toSorted((a, b) => a - b);
}
