import { tokensOf, type Token } from "./evidence-tokens.ts";
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
  const weights = content.map(({ stem }) => weightOf(stem, page));
  return { text, tokens, content, weights, figures: readFigures(text, page.language) };
}

/** What is nowhere on the page may be another word for what is, so it weighs less than a rare word. */
const absentWeight = 0.8;

function weightOf(stem: string, { postings, sentences }: PageIndex): number {
  const uses = postings.get(stem)?.length ?? 0;
  if (uses === 0) return absentWeight;
  return Math.log(1 + sentences.length / uses) / Math.log(1 + sentences.length);
}
