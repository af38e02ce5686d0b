import { checkActors } from "./check-actors.ts";
import { checkFigures } from "./check-figures.ts";
import { checkCertainty } from "./check-certainty.ts";
import { checkNames } from "./check-names.ts";
import { checkNegation } from "./check-negation.ts";
import { checkOpposites } from "./check-opposites.ts";
import { checkPronouns } from "./check-pronouns.ts";
import { checkQuotations } from "./check-quotations.ts";
import { checkRoles } from "./check-roles.ts";
import { chooseEvidence, type Evidence } from "./choose-evidence.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex } from "./page-index.ts";
import { readSentence, type ReadSentence } from "./read-sentence.ts";

/** A passage that a sentence rests on. */
export interface EvidencePassage {
  /** The passage's number. */
  number: number;
  /** What to highlight in the passage's text, in order and without overlap. */
  words: readonly { start: number; end: number }[];
}

/** What a sentence of an answer rests on, and what of it the page does not say. */
export interface SentenceEvidence {
  text: string;
  /** Best first; none if nothing on the page backs the sentence. */
  passages: readonly EvidencePassage[];
  /** A sentence with a doubt is marked. */
  doubts: readonly Doubt[];
  /** From 0, backed, to 1, doubtful; at least a half where there is a doubt. */
  doubtScore: number;
}

/**
 * Finds for each sentence of an answer the passages of the page that it rests on, by rare words,
 * numbers, names and word order, and what in it the page does not say or says otherwise. No model
 * is asked. `page` is made once by `indexPage`; time is linear in the page's length.
 */
export function findEvidence(sentences: readonly string[], page: PageIndex): SentenceEvidence[] {
  return sentences.map((text) => evidenceFor(readSentence(text, page), page));
}

function evidenceFor(sentence: ReadSentence, page: PageIndex): SentenceEvidence {
  const evidence = chooseEvidence(sentence, page);
  const { text } = sentence;
  if (sentence.content.length === 0) return { text, passages: [], doubts: [], doubtScore: 0 };
  const bare = bareShare(sentence, evidence);
  if (bare > mostBare || evidence.supports.length === 0)
    return {
      text,
      passages: [],
      doubts: [{ kind: "no-evidence" }],
      doubtScore: (1 + bare) / 2,
    };
  const doubts = doubtsOf(sentence, evidence, page);
  return { text, passages: passagesOf(evidence), doubts, doubtScore: scoreOf(bare, doubts) };
}

/** What can be told of single words, whatever else a sentence says. */
const searches = [checkFigures, checkNames, checkQuotations, checkPronouns];

/** What is held against the sentence of the page that says most of the same. */
const comparisons = [checkNegation, checkOpposites];

/** The same where the order of words counts, or a single one, which takes more in common. */
const closeComparisons = [checkRoles, checkCertainty];

function doubtsOf(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  const checks = [
    ...searches,
    ...(saysEnough(evidence, toCompare) ? comparisons : []),
    ...(saysEnough(evidence, toCompareClosely) ? closeComparisons : []),
    ...(saysEnough(evidence, toCompareActors) ? [checkActors] : []),
  ];
  return checks.flatMap((check) => check(sentence, evidence, page));
}

/** The share that one sentence of the page must hold, or else one and all of them together. */
interface LeastShare {
  alone: number;
  one: number;
  together: number;
}

const toCompare: LeastShare = { alone: 0.6, one: 0.45, together: 0.7 };
const toCompareClosely: LeastShare = { alone: 0.85, one: 0.6, together: 0.95 };
const toCompareActors: LeastShare = { alone: 0.7, one: 0.5, together: 0.8 };

function saysEnough({ bestCoverage, coverage }: Evidence, least: LeastShare): boolean {
  return bestCoverage >= least.alone || (bestCoverage >= least.one && coverage >= least.together);
}

/**
 * The bare share above which a sentence rests on nothing. With less, more that is invented would be
 * found, and a true sentence in words of its own would too often be called unbacked.
 */
const mostBare = 0.68;

/** Weight that is held of any sentence: one of few words may be put in words of its own. */
const heldWeight = 1;

/**
 * How much of a sentence the page does not say in one place, from 0 to 1: an invented sentence
 * finds its words too, but far from one another.
 */
function bareShare({ weights }: ReadSentence, { besideCoverage }: Evidence): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ((1 - besideCoverage) * total) / (total + heldWeight);
}

function scoreOf(bare: number, doubts: readonly Doubt[]): number {
  if (doubts.length === 0) return bare / (2 * mostBare);
  return 1 - (0.2 + bare / 5) / doubts.length;
}

function passagesOf({ supports }: Evidence): EvidencePassage[] {
  const words = new Map<number, Map<number, number>>();
  for (const { sentence, matches } of supports) {
    const ends = words.get(sentence.passage) ?? new Map<number, number>();
    words.set(sentence.passage, ends);
    for (const { places } of matches)
      for (const { start, end } of places) ends.set(sentence.start + start, sentence.start + end);
  }
  return [...words].map(([number, ends]) => ({ number, words: joined([...ends]) }));
}

function joined(spans: readonly (readonly [number, number])[]) {
  const words: { start: number; end: number }[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = words.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else words.push({ start, end });
  }
  return words;
}
