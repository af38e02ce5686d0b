import { baseLanguage } from "../abbreviations.ts";
import type { Evidence } from "./choose-evidence.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";

const he = new Set(["he", "him", "his", "himself"]);
const she = new Set(["she", "her", "hers", "herself"]);

/** "She" where the passages speak only of "him", in English. */
export function checkPronouns(
  sentence: ReadSentence,
  evidence: Evidence,
  page: PageIndex,
): Doubt[] {
  if (baseLanguage(page.language) !== "en") return [];
  const near = new Set(
    evidence.supports
      .slice(0, 2)
      .flatMap(({ sentence: { index } }) =>
        page.sentences
          .slice(Math.max(0, index - 1), index + 2)
          .flatMap(({ tokens }) => tokens.map(({ word }) => word)),
      ),
  );
  // who speaks of themselves may be either
  if (near.has("i") || near.has("my")) return [];
  for (const { word, start, end } of sentence.tokens) {
    const others = he.has(word) ? she : she.has(word) ? he : null;
    if (!others) continue;
    const own = others === she ? he : she;
    const pageText = [...others].find((other) => near.has(other));
    const passage = evidence.supports[0]?.sentence.passage;
    if (pageText && passage !== undefined && ![...own].some((other) => near.has(other)))
      return [{ kind: "differs", what: "pronoun", start, end, pageText, passage }];
  }
  return [];
}
