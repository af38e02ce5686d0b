import type { Token } from "./evidence-tokens.ts";
import { senseKey, type PageIndex, type PageSentence } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** A word of a sentence found in a sentence of the page. */
export interface Match {
  token: Token;
  /** All places in the page's sentence, in order. */
  places: readonly Token[];
  /** 1 for the same word, less for another word of the same meaning. */
  likeness: number;
}

/** A sentence of the page that a sentence rests on. */
export interface Support {
  sentence: PageSentence;
  matches: readonly Match[];
}

/** What the page says that a sentence may rest on. */
export interface Evidence {
  /** The sentences of the page, best first; empty when nothing is shared. */
  supports: readonly Support[];
  /** The share of the sentence's weight that they hold, from 0 to 1. */
  coverage: number;
  /** The share that the best of them holds alone. */
  bestCoverage: number;
  /** The most that those hold together which stand beside one another on the page. */
  besideCoverage: number;
}

const sameSense = 0.8;
/** Sentences of the page that are compared word by word. */
const mostCandidates = 12;
/** A summary's sentence seldom rests on more. */
const mostSupports = 4;
/** The share of a sentence's weight that a further sentence must add. */
const leastGain = 0.1;
/** Sentences that stand together tell of the same. */
const besideBonus = 1.2;
/** How many sentences on they still do. */
const farthestBeside = 2;

/** Chooses the sentences of the page that together say most of what a sentence says. */
export function chooseEvidence(sentence: ReadSentence, page: PageIndex): Evidence {
  const total = sentence.weights.reduce((sum, weight) => sum + weight, 0);
  const candidates = candidatesFor(sentence, page).map((candidate) => ({
    sentence: candidate,
    matches: matchesIn(sentence.content, candidate),
  }));
  const held = new Map<Token, number>();
  const supports: Support[] = [];
  let bestCoverage = 0;
  while (supports.length < mostSupports) {
    const best = bestOf(candidates, { held, supports, sentence });
    if (!best || best.gain < leastGain * total) break;
    for (const { token, likeness } of best.support.matches)
      held.set(token, Math.max(likeness, held.get(token) ?? 0));
    supports.push(best.support);
    if (supports.length === 1) bestCoverage = shareOf(held, sentence, total);
  }
  return {
    supports,
    coverage: shareOf(held, sentence, total),
    bestCoverage,
    besideCoverage: Math.max(
      0,
      ...supports.map((support) => shareOf(heldBeside(support, supports), sentence, total)),
    ),
  };
}

/** How well the words of a sentence are held by a support and those beside it. */
function heldBeside(support: Support, supports: readonly Support[]): Map<Token, number> {
  const held = new Map<Token, number>();
  for (const { sentence, matches } of supports) {
    if (Math.abs(sentence.index - support.sentence.index) > farthestBeside) continue;
    for (const { token, likeness } of matches)
      held.set(token, Math.max(likeness, held.get(token) ?? 0));
  }
  return held;
}

function shareOf(held: ReadonlyMap<Token, number>, sentence: ReadSentence, total: number): number {
  if (total === 0) return 0;
  const sum = sentence.content.reduce(
    (sum, token, at) => sum + (held.get(token) ?? 0) * (sentence.weights[at] ?? 0),
    0,
  );
  return sum / total;
}

interface Chosen {
  held: ReadonlyMap<Token, number>;
  supports: readonly Support[];
  sentence: ReadSentence;
}

function bestOf(candidates: readonly Support[], chosen: Chosen) {
  let best: { support: Support; gain: number } | null = null;
  let most = 0;
  for (const support of candidates) {
    if (chosen.supports.includes(support)) continue;
    const gain = gainOf(support, chosen);
    const isBeside = chosen.supports.some(
      ({ sentence }) => Math.abs(sentence.index - support.sentence.index) <= farthestBeside,
    );
    // of two that add the same, the shorter says it more plainly
    const worth = (gain * (isBeside ? besideBonus : 1)) / (support.sentence.tokens.length + 60);
    if (worth > most) [best, most] = [{ support, gain }, worth];
  }
  return best;
}

function gainOf({ matches }: Support, { held, sentence }: Chosen): number {
  return matches.reduce((sum, { token, likeness }) => {
    const weight = sentence.weights[sentence.content.indexOf(token)] ?? 0;
    return sum + weight * Math.max(0, likeness - (held.get(token) ?? 0));
  }, 0);
}

/** The page's sentences that share most with a sentence. */
function candidatesFor(sentence: ReadSentence, page: PageIndex): PageSentence[] {
  const scores = new Map<number, number>();
  sentence.content.forEach((token, at) => {
    const weight = sentence.weights[at] ?? 0;
    for (const [index, likeness] of placesOf(token, page))
      scores.set(index, (scores.get(index) ?? 0) + weight * likeness);
  });
  return [...scores]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCandidates)
    .flatMap(([index]) => page.sentences[index] ?? []);
}

function placesOf({ stem, senses }: Token, { postings }: PageIndex): Map<number, number> {
  const places = new Map<number, number>();
  for (const sense of senses)
    for (const index of postings.get(senseKey(sense)) ?? []) places.set(index, sameSense);
  for (const index of postings.get(stem) ?? []) places.set(index, 1);
  return places;
}

const indexed = new WeakMap<PageSentence, ReadonlyMap<string, readonly Token[]>>();

/** The words of a sentence of the page, by stems and senses. */
function wordsByKey(sentence: PageSentence): ReadonlyMap<string, readonly Token[]> {
  const known = indexed.get(sentence);
  if (known) return known;
  const byKey = new Map<string, Token[]>();
  for (const token of sentence.tokens) {
    if (!token.isContent) continue;
    for (const key of [token.stem, ...token.senses.map(senseKey)]) {
      const places = byKey.get(key);
      if (places) places.push(token);
      else byKey.set(key, [token]);
    }
  }
  indexed.set(sentence, byKey);
  return byKey;
}

function matchesIn(content: readonly Token[], sentence: PageSentence): Match[] {
  const byKey = wordsByKey(sentence);
  return content.flatMap((token): Match[] => {
    const same = byKey.get(token.stem);
    if (same) return [{ token, places: same, likeness: 1 }];
    const alike = token.senses.flatMap((sense) => byKey.get(senseKey(sense)) ?? []);
    return alike.length === 0 ? [] : [{ token, places: alike, likeness: sameSense }];
  });
}
