import { termsOf } from "./terms.ts";

/**
 * A page's passages by how much they tell of it, the most telling first, as indices. A passage
 * counts for the words that it shares with the others; the first ones, where a page says what it is
 * about, for their place too; and each stretch of the page is heard before any is heard twice.
 */
export function rankPassages(passages: readonly string[]): number[] {
  const scores = scoresOf(passages);
  return inRounds(stretchesAt(stretchStarts(passages.length), scores), scores);
}

/**
 * The passages of each section, the most telling first; the sections too. A section goes from a
 * heading to the next; a text without headings is cut into stretches. `headings` are indices, and
 * are themselves left out.
 */
export function rankSections(passages: readonly string[], headings: readonly number[]): number[][] {
  const scores = scoresOf(passages);
  const isHeading = new Set(headings);
  const starts = headings.length === 0 ? stretchStarts(passages.length) : [0, ...headings];
  return stretchesAt(starts, scores)
    .map((section) => section.filter((index) => !isHeading.has(index)))
    .filter(({ length }) => length > 0)
    .toSorted(([a = 0], [b = 0]) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

function scoresOf(passages: readonly string[]): number[] {
  const terms = passages.map((text) => termsOf(text));
  const weights = weightsOf(terms);
  return terms.map((own, index) => scoreOf(own, weights) * (index < OPENING ? 2 : 1));
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

function stretchStarts(passageCount: number): number[] {
  const length = Math.max(1, Math.ceil(passageCount / STRETCHES));
  return Array.from({ length: STRETCHES }, (_, at) => at * length);
}

/** The passages of each stretch, the best first. */
function stretchesAt(starts: readonly number[], scores: readonly number[]): number[][] {
  return starts.map((from, at) => {
    const stretch = scores.slice(from, starts[at + 1]).map((_, offset) => from + offset);
    return stretch.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  });
}

/** The best of every stretch, then the second best of every stretch, and so on. */
function inRounds(stretches: readonly number[][], scores: readonly number[]): number[] {
  const rounds: number[][] = [];
  for (const stretch of stretches)
    for (const [round, index] of stretch.entries()) (rounds[round] ??= []).push(index);
  return rounds.flatMap((round) => round.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)));
}
