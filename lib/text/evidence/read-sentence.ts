import { tokensOf, type Token } from "./evidence-tokens.ts";
import { isGeneral } from "./general-words.ts";
import type { PageIndex } from "./page-index.ts";
import { readFigures, type Figure } from "./read-figures.ts";

/** A sentence of an answer, read for comparing. */
export interface ReadSentence {
  text: string;
  tokens: readonly Token[];
  /** The tokens that say something. */
  content: readonly Token[];
  /** How much each of `content` tells apart, from 0 to 1. */
  weights: readonly number[];
  figures: readonly Figure[];
}

/** Reads a sentence; words that are rare on the page weigh more. */
export function readSentence(text: string, page: PageIndex): ReadSentence {
  const tokens = tokensOf(text, page.language);
  const content = tokens.filter(({ isContent }) => isContent);
  const figures = readFigures(text, page.language);
  const weights = content.map((token) => weightOf(token, figures, page));
  return { text, tokens, content, weights, figures };
}

/** What is nowhere on the page may be another word for what is, so it weighs less than a rare word. */
const absentWeight = 0.8;
/** What fits any matter tells little of this one. */
const generalShare = 0.5;

function weightOf(token: Token, figures: readonly Figure[], page: PageIndex): number {
  const { postings, sentences, language } = page;
  const uses = postings.get(token.stem)?.length ?? 0;
  // figures are compared by their values, however they are written
  if (uses === 0 && figures.some(({ start, end }) => start < token.end && token.start < end))
    return 0;
  const rarity =
    uses === 0
      ? absentWeight
      : Math.log(1 + sentences.length / uses) / Math.log(1 + sentences.length);
  return isGeneral(token.stem, language) ? rarity * generalShare : rarity;
}
