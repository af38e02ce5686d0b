/** Precision and recall as one number between 0 and 1. */
export interface Rouge {
  rouge1: number;
  rouge2: number;
  rougeL: number;
}

/**
 * ROUGE F1 after Google's `rouge_score` without stemming: lower case, runs of letters and digits
 * as tokens; ROUGE-L is the sentence-level one (`rougeL`: one longest common subsequence over the
 * whole texts). Tokens are all letters and digits of Unicode where the reference implementation
 * knows only ASCII, and each character of a script without spaces is one. With several references
 * the best F1 counts, each measure by itself.
 */
export function rouge(summary: string, references: readonly string[]): Rouge {
  const scores = references.map((reference) => rougeOne(tokensOf(summary), tokensOf(reference)));
  const best = (of: (score: Rouge) => number) => Math.max(0, ...scores.map(of));
  return {
    rouge1: best((score) => score.rouge1),
    rouge2: best((score) => score.rouge2),
    rougeL: best((score) => score.rougeL),
  };
}

function rougeOne(summary: string[], reference: string[]): Rouge {
  const common = longestCommonSubsequence(summary, reference);
  return {
    rouge1: overlap(grams(summary, 1), grams(reference, 1)),
    rouge2: overlap(grams(summary, 2), grams(reference, 2)),
    rougeL: f1(common, summary.length, reference.length),
  };
}

function tokensOf(text: string): string[] {
  const unspaced = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]";
  const token = new RegExp(`${unspaced}|(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}])+`, "gu");
  return text.toLowerCase().match(token) ?? [];
}

function grams(tokens: string[], length: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let from = 0; from + length <= tokens.length; from += 1) {
    const gram = tokens.slice(from, from + length).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function overlap(summary: Map<string, number>, reference: Map<string, number>): number {
  let common = 0;
  for (const [gram, count] of summary) common += Math.min(count, reference.get(gram) ?? 0);
  return f1(common, total(summary), total(reference));
}

function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function f1(common: number, summary: number, reference: number): number {
  return common === 0 ? 0 : (2 * common) / (summary + reference);
}

function longestCommonSubsequence(a: string[], b: string[]): number {
  let row: number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, at) => {
      const kept = Math.max(row[at + 1] ?? 0, next[at] ?? 0);
      next.push(left === right ? (row[at] ?? 0) + 1 : kept);
    });
    row = next;
  }
  return row[b.length] ?? 0;
}
