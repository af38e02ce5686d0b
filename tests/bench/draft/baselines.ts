/** The first sentences: hard to beat on news. */
export function lead(sentences: readonly string[], count: number): string[] {
  return sentences.slice(0, count);
}

/**
 * TextRank as in Mihalcea and Tarau (2004): sentences as a graph weighted by shared words over the
 * sum of the logarithms of their lengths, PageRank with a damping of 0.85, the best in text order.
 */
export function textRank(sentences: readonly string[], count: number): string[] {
  const bags = sentences.map(
    (sentence) => new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  const weights = bags.map((a, i) => bags.map((b, j) => (i === j ? 0 : similarity(a, b))));
  const ranks = pageRank(weights);
  return sentences
    .map((text, index) => ({ text, index, rank: ranks[index] ?? 0 }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, count)
    .toSorted((a, b) => a.index - b.index)
    .map(({ text }) => text);
}

function similarity(a: Set<string>, b: Set<string>): number {
  const scale = Math.log(a.size) + Math.log(b.size);
  return scale > 0 ? a.intersection(b).size / scale : 0;
}

function pageRank(weights: readonly number[][]): number[] {
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = weights.map(() => 1);
  for (let round = 0; round < 30; round += 1) {
    ranks = weights.map((row, to) => {
      const given = row.map((weight, from) => {
        const sum = sums[from] ?? 0;
        return sum > 0 && from !== to ? (weight / sum) * (ranks[from] ?? 0) : 0;
      });
      return 0.15 + 0.85 * given.reduce((sum, share) => sum + share, 0);
    });
  }
  return ranks;
}
