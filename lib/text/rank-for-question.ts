import { rankPassages } from "./rank-passages.ts";
import { termsOf } from "./terms.ts";

/** What is looked for in a page. */
export interface Question {
  text: string;
  /** What was asked and answered before, which a short question may be about; empty if nothing. */
  before: string;
}

/** What is searched. */
interface Searched {
  passages: readonly string[];
  /** Indices of the passages that are headings, in their order. */
  headings: readonly number[];
}

/**
 * A page's passages by how near they are to a question, the nearest first, as indices. Each is
 * followed by its heading and by what stands around it under the same one, without which it may say
 * little. Where nothing is near any more, the most telling passages come.
 */
export function rankForQuestion({ passages, headings }: Searched, question: Question): number[] {
  const terms = passages.map((text) => termsOf(text));
  const scores = scoresOf(terms, weightsOf(question, terms));
  const headingOf = headingsAbove(passages.length, headings);
  const withHeadings = scores.map((score, index) => {
    const heading = headingOf[index];
    if (heading === undefined || heading === index) return score;
    return score + (scores[heading] ?? 0) * HEADING_SHARE;
  });
  const order = new Set<number>();
  for (const index of nearest(withHeadings))
    for (const each of [index, ...aroundOf(index, headingOf)]) order.add(each);
  for (const index of rankPassages(passages)) order.add(index);
  return [...order];
}

/** What a heading's words count for the passages below it. */
const HEADING_SHARE = 0.5;
/** What the words of the question before count, beside those of this one. */
const BEFORE_SHARE = 0.3;
/** What a word counts that only begins as the question's does: “open” beside “opened”. */
const INFLECTED_SHARE = 0.7;
const INFLECTED_LENGTH = 4;
/** As usual for BM25: how much a passage's length counts, and how soon a word is enough. */
const LENGTH_SHARE = 0.75;
const SATURATION = 1.2;

/** What each of the page's words tells of a question: most where it is rare on the page. */
function weightsOf(
  { text, before }: Question,
  passages: readonly ReadonlySet<string>[],
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const own of passages) for (const term of own) uses.set(term, (uses.get(term) ?? 0) + 1);
  const weights = new Map<string, number>();
  const weigh = (asked: ReadonlySet<string>, share: number) => {
    for (const [term, count] of uses) {
      const rarity = Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
      const weight = rarity * likeness(term, asked) * share;
      if (weight > (weights.get(term) ?? 0)) weights.set(term, weight);
    }
  };
  weigh(termsOf(text), 1);
  weigh(termsOf(before), BEFORE_SHARE);
  return weights;
}

function likeness(term: string, asked: ReadonlySet<string>): number {
  if (asked.has(term)) return 1;
  for (const other of asked) {
    const [short, long] = term.length < other.length ? [term, other] : [other, term];
    if (short.length >= INFLECTED_LENGTH && long.startsWith(short)) return INFLECTED_SHARE;
  }
  return 0;
}

/** BM25 for passages in which a word counts once. */
function scoresOf(
  passages: readonly ReadonlySet<string>[],
  weights: ReadonlyMap<string, number>,
): number[] {
  const meanTerms = passages.reduce((sum, { size }) => sum + size, 0) / passages.length;
  return passages.map((own) => {
    const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * own.size) / meanTerms;
    let sum = 0;
    for (const term of own) sum += weights.get(term) ?? 0;
    return (sum * (SATURATION + 1)) / (1 + SATURATION * length);
  });
}

/**
 * For each passage, the heading that it stands under, as a heading does under itself; none for what
 * stands before the first.
 */
function headingsAbove(count: number, headings: readonly number[]): (number | undefined)[] {
  const isHeading = new Set(headings);
  let above: number | undefined;
  return Array.from({ length: count }, (_, index) => {
    if (isHeading.has(index)) above = index;
    return above;
  });
}

/** A passage's heading, and the passages beside it that stand under the same one. */
function aroundOf(index: number, headingOf: readonly (number | undefined)[]): number[] {
  const heading = headingOf[index];
  const beside = [index + 1, index - 1].filter(
    (at) => at in headingOf && headingOf[at] === heading,
  );
  return heading === undefined ? beside : [heading, ...beside];
}

function nearest(scores: readonly number[]): number[] {
  return [...scores.keys()]
    .filter((index) => (scores[index] ?? 0) > 0)
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}
