import { clauseAround, nextContent, type Words } from "./clause.ts";
import type { Evidence, Support } from "./choose-evidence.ts";
import type { Doubt, DoubtedThing } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageIndex } from "./page-index.ts";
import { polarityWordsOf, type PolarityWords } from "./polarity-words.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";

/** What is denied here and said on the page, or said here and denied there. */
export function checkNegation(
  sentence: ReadSentence,
  evidence: Evidence,
  page: PageIndex,
): Doubt[] {
  const words = polarityWordsOf(page.language);
  if (!words) return [];
  const supports = strongSupports(sentence, evidence);
  const denied = deniedHere(sentence, supports, words);
  const doubt = denied ?? deniedThere(sentence, supports, words);
  return doubt ? [doubt] : [];
}

function deniedHere(
  sentence: ReadSentence,
  supports: readonly Support[],
  words: PolarityWords,
): Doubt | null {
  for (const negator of sentence.tokens.filter(({ word }) => words.negators.has(word))) {
    const denied = nextContent(sentence, negator);
    if (!denied) continue;
    const places = placesOf(denied, supports);
    if (places.length === 0) continue;
    if (places.some(({ support, place }) => isDenied(place, support.sentence, words))) continue;
    const [first] = places;
    if (first) return differs("negation", negator, first);
  }
  return null;
}

function deniedThere(
  sentence: ReadSentence,
  supports: readonly Support[],
  words: PolarityWords,
): Doubt | null {
  if (sentence.tokens.some(({ word }) => words.negators.has(word) || words.deniers.has(word)))
    return null;
  for (const support of supports) {
    for (const negator of support.sentence.tokens) {
      if (!words.negators.has(negator.word)) continue;
      const denied = nextContent(support.sentence, negator);
      const match = support.matches.find(
        ({ places, likeness }) => likeness === 1 && denied !== undefined && places.includes(denied),
      );
      if (match && denied) return differs("negation", match.token, { support, place: denied });
    }
  }
  return null;
}

/** A place on the page that says a word. */
export interface WordPlace {
  support: Support;
  place: Token;
}

/** Where a word of a sentence stands in the sentences that it rests on. */
export function placesOf(token: Token, supports: readonly Support[]): WordPlace[] {
  return supports.flatMap((support) =>
    support.matches
      .filter((match) => match.token === token)
      .flatMap(({ places }) => places.map((place) => ({ support, place }))),
  );
}

/** Whether a word stands near one that denies it. */
export function isDenied(token: Token, sentence: Words, words: PolarityWords): boolean {
  return clauseAround(sentence, token, { before: 6, after: 3 }).some(
    (other) => other !== token && (words.negators.has(other.word) || words.deniers.has(other.word)),
  );
}

/** A doubt about a word, with the words around its place on the page. */
export function differs(
  what: DoubtedThing,
  { start, end }: { start: number; end: number },
  { support: { sentence }, place }: WordPlace,
): Doubt {
  const around = clauseAround(sentence, place, { before: 3, after: 3 });
  const from = around[0]?.start ?? place.start;
  const to = around.at(-1)?.end ?? place.end;
  const pageText = sentence.text.slice(from, to);
  return { kind: "differs", what, start, end, pageText, passage: sentence.passage };
}
