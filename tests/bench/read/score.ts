/** True positives, false positives and false negatives, as shares of all three. */
export type Matches = readonly [truePositive: number, falsePositive: number, falseNegative: number];

const shingleWords = 4;

/**
 * Compares two texts by their four-word shingles, as article-extraction-benchmark does: multisets,
 * scaled to a sum of one so that a long page weighs no more than a short one.
 */
export function matchShingles(truth: string, read: string): Matches {
  const [wanted, found] = [shinglesOf(truth), shinglesOf(read)];
  let [both, extra, missing] = [0, 0, 0];
  for (const shingle of new Set([...wanted.keys(), ...found.keys()])) {
    const [want = 0, have = 0] = [wanted.get(shingle), found.get(shingle)];
    both += Math.min(want, have);
    extra += Math.max(0, have - want);
    missing += Math.max(0, want - have);
  }
  const sum = both + extra + missing || 1;
  return [both / sum, extra / sum, missing / sum];
}

/** Means over pages; F1 is of the two means, as the benchmark has it. */
export function scorePages(pages: readonly Matches[]) {
  const precision = mean(
    pages.filter(([both, extra]) => both + extra > 0).map(([both, extra]) => both / (both + extra)),
  );
  const recall = mean(
    pages
      .filter(([both, , missing]) => both + missing > 0)
      .map(([both, , missing]) => both / (both + missing)),
  );
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - shingleWords + 1); at++) {
    const shingle = words.slice(at, at + shingleWords).join(" ");
    if (shingle) shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
