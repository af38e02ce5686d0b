import { termsOf } from "./terms.ts";

/**
 * A page's passages by how much they tell of it, the most telling first, as indices. A passage
 * counts for the words that it shares with the others; the first ones, where a page says what it is
 * about, for their place too; and each stretch of the page is heard before any is heard twice.
 */
export function rankPassages(passages: readonly string[]): number[] {
  const terms = passages.map((text) => termsOf(text));
  const weights = weightsOf(terms);
  const scores = terms.map((own, index) => scoreOf(own, weights) * (index < OPENING ? 2 : 1));
  return inRounds(scores);
}

/** Passages that open a page. */
const OPENING = 3;
/** Stretches that a page is cut into, so that a long page's end is read as well as its beginning. */
const STRETCHES = 8;

/** A word weighs by the number of passages that use it, unless nearly all do. */
function weightsOf(terms: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const own of terms) for (const term of own) uses.set(term, (uses.get(term) ?? 0) + 1);
  for (const [term, count] of uses)
    uses.set(term, count < 2 ? 0 : Math.log(1 + count) * Math.log(1 + terms.length / count));
  return uses;
}

/** Divided by the root of the length, so that long passages do not win by length alone. */
function scoreOf(own: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const term of own) sum += weights.get(term) ?? 0;
  return sum / Math.sqrt(own.size + 8);
}

/** The best of every stretch, then the second best of every stretch, and so on. */
function inRounds(scores: readonly number[]): number[] {
  const length = Math.max(1, Math.ceil(scores.length / STRETCHES));
  const best = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0);
  const rounds: number[][] = [];
  for (let from = 0; from < scores.length; from += length) {
    const stretch = scores.slice(from, from + length).map((_, offset) => from + offset);
    for (const [round, index] of stretch.toSorted(best).entries())
      (rounds[round] ??= []).push(index);
  }
  return rounds.flatMap((round) => round.toSorted(best));
}
