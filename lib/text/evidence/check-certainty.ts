import { differs } from "./check-negation.ts";
import type { Evidence } from "./choose-evidence.ts";
import { nextContent } from "./clause.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex } from "./page-index.ts";
import { polarityWordsOf } from "./polarity-words.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";

/** What is certain here and only possible on the page. */
export function checkCertainty(
  sentence: ReadSentence,
  evidence: Evidence,
  page: PageIndex,
): Doubt[] {
  const words = polarityWordsOf(page.language);
  if (!words || sentence.tokens.some(({ word }) => words.softeners.has(word))) return [];
  for (const support of strongSupports(sentence, evidence)) {
    for (const hedge of support.sentence.tokens) {
      if (!words.hedges.has(hedge.word)) continue;
      const possible = nextContent(support.sentence, hedge);
      const match = support.matches.find(
        ({ places }) => possible !== undefined && places.includes(possible),
      );
      if (match && possible)
        return [differs("certainty", match.token, { support, place: possible })];
    }
  }
  return [];
}
