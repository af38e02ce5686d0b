import { clauseAround, type Words } from "./clause.ts";
import type { Evidence, Match, Support } from "./choose-evidence.ts";
import { denialsIn, type Denial } from "./denials.ts";
import type { Doubt, DoubtedThing } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageIndex } from "./page-index.ts";
import { polarityWordsOf, type PolarityWords } from "./polarity-words.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { excludes } from "./senses.ts";
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
  const denied = deniedHere(sentence, supports, words) ?? deniedOnlyHere(sentence, evidence, words);
  const doubt = denied ?? deniedThere(sentence, supports, words);
  return doubt ? [doubt] : [];
}

function deniedHere(
  sentence: ReadSentence,
  supports: readonly Support[],
  words: PolarityWords,
): Doubt | null {
  for (const denial of denialsIn(sentence, words)) {
    const [denied] = denial.scope;
    const places = denied ? placesOf(denied, supports) : [];
    const [first] = places;
    if (!denied || !first || supports.some((support) => deniesAlike(denial, support, words)))
      continue;
    // another word of the same meaning may deny by itself
    const mayBeDenied = ({ place, support }: WordPlace) =>
      place.stem !== denied.stem || isDenied(place, support.sentence, words);
    if (places.some(mayBeDenied)) continue;
    return differs("negation", denial.negator, first);
  }
  return null;
}

/** Whether the page denies, in words of its own, something that a sentence denies too. */
function deniesAlike({ scope }: Denial, support: Support, words: PolarityWords): boolean {
  const places = new Set(
    scope.flatMap((token) => placesOf(token, [support])).map((at) => at.place),
  );
  return denialsIn(support.sentence, words).some((there) =>
    there.scope.some((token) => places.has(token)),
  );
}

/** The share that one sentence must hold where the word that is denied is not one of its own. */
const toDenyInOtherWords = 0.9;

/** A sentence that says something is not, where nothing that it rests on denies anything. */
function deniedOnlyHere(
  sentence: ReadSentence,
  evidence: Evidence,
  words: PolarityWords,
): Doubt | null {
  const { tokens } = sentence;
  const supports = strongSupports(sentence, evidence);
  const negator = tokens.find(({ word }) => words.negators.has(word));
  const [support] = supports;
  const place = support?.matches[0]?.places[0];
  if (!negator || !support || !place) return null;
  const denial = denialsIn(sentence, words).find((one) => one.negator === negator);
  const [denied] = denial?.scope ?? [];
  const isSaid = !denied || support.matches.some(({ token }) => token === denied);
  if (!isSaid && evidence.bestCoverage < toDenyInOtherWords) return null;
  const isNegated = ({ sentence: there }: Support) =>
    there.tokens.some(({ word }) => words.negators.has(word));
  if (evidence.supports.some(isNegated)) return null;
  // what both say denies nothing more there than here
  const others = supports
    .flatMap(({ sentence }) => sentence.tokens)
    .filter(({ word }) => !tokens.some((own) => own.word === word));
  if (others.some((token) => denies(token, words))) return null;
  return differs("negation", negator, { support, place });
}

function deniedThere(
  sentence: ReadSentence,
  supports: readonly Support[],
  words: PolarityWords,
): Doubt | null {
  for (const support of supports) {
    for (const { negator, scope } of denialsIn(support.sentence, words)) {
      const [denied] = scope;
      const match = deniedMatch(scope, support, words);
      if (!match || !denied || scope.some((token) => isOpposed(token, sentence.tokens))) continue;
      const others = support.sentence.tokens.filter((token) => token !== negator);
      // what denies something here denies this, unless the page has it for something else
      const isDeniedToo = sentence.tokens.some(
        (token) =>
          token !== match.token &&
          denies(token, words) &&
          !others.some(({ word }) => word === token.word),
      );
      if (!isDeniedToo && !isKeptFrom(match.token, sentence))
        return differs("negation", match.token, { support, place: denied });
    }
  }
  return null;
}

/** The word that says what the page denies: the first denied, or one of several others. */
function deniedMatch(
  scope: readonly Token[],
  { matches }: Support,
  words: PolarityWords,
): Match | undefined {
  const [denied] = scope;
  const said = matches.filter(({ places }) => places.every((place) => scope.includes(place)));
  const first = said.find(({ places }) => denied !== undefined && places.includes(denied));
  // "do not stop" may be put as "ending is harmful"
  const isSure = said.length > 1 && denied !== undefined && !denies(denied, words);
  return first && (first.likeness === 1 || isSure) ? first : undefined;
}

/** "Keep from scratching" says what "not scratch" does. */
function isKeptFrom(token: Token, { tokens }: Words): boolean {
  return token.word.endsWith("ing") && tokens[tokens.indexOf(token) - 1]?.word === "from";
}

/** Whether some words say the opposite of one: "keeps" of "no loss". */
function isOpposed(token: Token, others: readonly Token[]): boolean {
  return others.some((other) => excludes(token, other));
}

function denies({ word }: Token, { negators, deniers }: PolarityWords): boolean {
  return negators.has(word) || deniers.has(word);
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
  return clauseAround(sentence, token, { before: 6, after: 6 }).some(
    (other) => other !== token && denies(other, words),
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
