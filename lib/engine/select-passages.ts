import { rankSections } from "../text/rank-passages.ts";

interface ToSelect {
  passages: readonly string[];
  /** Indices of the passages that are headings. */
  headings: readonly number[];
  /** What each passage costs of the budget. */
  passageTokens: readonly number[];
  budgetTokens: number;
}

/** Of the budget, what headings may take: they say what there is, the rest says what it holds. */
const HEADINGS_SHARE = 1 / 3;

/** What a section's first passage may cost, in even shares of the budget. */
const MOST_SHARES = 2;

/**
 * The most telling passages within a budget, in reading order. Every section is heard before any
 * is heard twice: by its heading, and by the best of its passages that its share of the budget
 * allows.
 */
export function selectPassages(text: ToSelect): number[] {
  const { passages, headings, passageTokens, budgetTokens } = text;
  const chosen = new Set<number>();
  let leftTokens = budgetTokens;

  function take(index: number, mostTokens: number): boolean {
    const tokens = passageTokens[index] ?? 0;
    if (chosen.has(index) || tokens > Math.min(leftTokens, mostTokens)) return false;
    leftTokens -= tokens;
    return Boolean(chosen.add(index));
  }

  const keptTokens = budgetTokens * (1 - HEADINGS_SHARE);
  for (const index of headings) take(index, leftTokens - keptTokens);
  const sections = rankSections(passages, headings);
  const shareTokens = (leftTokens / Math.max(1, sections.length)) * MOST_SHARES;
  for (const section of sections) section.some((index) => take(index, shareTokens));
  for (const index of inTurns(sections)) take(index, leftTokens);
  return [...chosen].toSorted((a, b) => a - b);
}

/** The first of each section, then the second of each, and so on. */
function inTurns(sections: readonly number[][]): number[] {
  const turns: number[][] = [];
  for (const section of sections)
    for (const [turn, index] of section.entries()) (turns[turn] ??= []).push(index);
  return turns.flat();
}
