import { calendarWordsOf } from "../calendar-words.ts";
import type { Evidence, Support } from "./choose-evidence.ts";
import { countryNames } from "./countries.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import { isGeneral } from "./general-words.ts";
import type { PageIndex } from "./page-index.ts";
import { isAdjacent } from "./is-adjacent.ts";
import { namedInstead } from "./named-instead.ts";
import { isNamed, namesTogether } from "./named-on-page.ts";
import { namesIn, namesOnPage, type Name } from "./read-names.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Names that the page does not have, or has in another's place. */
export function checkNames(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  const { supports } = evidence;
  const sure = namesIn(sentence.text, page).filter((name) => !isQuarter(name));
  const first = firstWordAsName(sentence, sure, page);
  const names = first ? [first, ...sure] : sure;
  if (names.length === 0) return [];
  const named = supports.map((support) => ({
    support,
    names: namesOnPage(support.sentence, page),
  }));
  return names.flatMap((name): Doubt[] => {
    const rival = rivalOf(name, { sentence, names }, named);
    const { start, end } = name;
    const isHeld = isNamed(name, page);
    if (isHeld && isMonth(name, page)) return [];
    if (rival && (rival.isInPlace || (!isHeld && name !== first))) {
      const { text: pageText, passage } = rival;
      return [{ kind: "differs", what: "name", start, end, pageText, passage }];
    }
    const instead = isHeld ? namedInstead(name, { sentence, names }, { supports, page }) : null;
    if (instead) {
      const { name: other, passage } = instead;
      return [{ kind: "differs", what: "name", start, end, pageText: other.text, passage }];
    }
    if (isHeld || name === first || isKnownCountry(name)) return [];
    const passage = supports[0]?.sentence.passage ?? null;
    return [{ kind: "not-on-page", what: "name", start, end, passage }];
  });
}

/** A word that a sentence begins with, and of which nothing tells that it is no name. */
function firstWordAsName(
  { text, tokens: [token] }: ReadSentence,
  names: readonly Name[],
  { words, language }: PageIndex,
): Name | null {
  if (!token || names.some(({ start }) => start <= token.end) || words.has(token.word)) return null;
  const { word, stem, senses, start, end, isContent } = token;
  const written = text.slice(start, end);
  const isKnown = !isContent || senses.length > 0 || isGeneral(stem, language);
  if (isKnown || !/^\p{Lu}\p{Ll}{3,}(?<!s|ed|ing|ly)$/u.test(written)) return null;
  return { text: written, start, end, words: [word] };
}

/** "Q1" is a date. */
function isQuarter({ text }: Name): boolean {
  return /^Q[1-4]$/.test(text);
}

/** "March" and "May" are read as names where nothing tells that they are months. */
function isMonth({ text }: Name, { language }: PageIndex): boolean {
  return calendarWordsOf(language).months.has(text);
}

/** Where no other country stands in its place, a summary may know where a town lies. */
function isKnownCountry({ words }: Name): boolean {
  return countryNames(words.join("-")).length > 0;
}

function hasCountry({ words }: Name): boolean {
  return words.some((word) => countryNames(word).length > 0);
}

interface Rival {
  text: string;
  passage: number;
  /** Whether it stands beside the same word as the name does. */
  isInPlace: boolean;
}

/** A sentence of the page, and its names. */
interface Named {
  support: Support;
  names: readonly Name[];
}

/** A name of the evidence that the sentence does not have and that stands where another does. */
function rivalOf(
  name: Name,
  { sentence, names }: { sentence: ReadSentence; names: readonly Name[] },
  supports: readonly Named[],
): Rival | null {
  const own = new Set(names.flatMap(({ words }) => words));
  let partly: Rival | null = null;
  for (const { support, names: others } of supports) {
    const swapped = swappedFor(name, others, { sentence, support });
    if (swapped) return { text: swapped.text, passage: support.sentence.passage, isInPlace: true };
    if (others.some(({ words }) => namesTogether(name, words))) continue;
    for (const other of others) {
      const shares = other.words.some((word) => name.words.includes(word));
      if (!shares && other.words.some((word) => own.has(word))) continue;
      const { passage } = support.sentence;
      const isCountry = isKnownCountry(name);
      if (isCountry && !hasCountry(other)) continue;
      const isInPlace = standAlike(name, other, { sentence, support });
      if (isInPlace) return { text: other.text, passage, isInPlace };
      if (shares || isCountry) partly ??= { text: other.text, passage, isInPlace };
    }
  }
  return partly;
}

/** A name that stands right beside the word that the sentence has another name beside. */
function swappedFor(
  name: Name,
  others: readonly Name[],
  pair: { sentence: ReadSentence; support: Support },
): Name | undefined {
  const adjacent = others.filter((other) => isAdjacent(name, other, pair));
  return adjacent.some(({ words }) => namesTogether(name, words)) ? undefined : adjacent[0];
}

/** Words between a name and the word that tells its place. */
const reach = 2;

/** Whether the word after two names, or else the word before them, is the same. */
function standAlike(
  name: Name,
  other: Name,
  { sentence, support }: { sentence: ReadSentence; support: Support },
): boolean {
  const content = support.sentence.tokens.filter(({ isContent }) => isContent);
  const isThere = (anchor: Token | undefined, near: readonly Token[]) =>
    support.matches.some(
      ({ token, places }) => token === anchor && places.some((place) => near.includes(place)),
    );
  const after = sentence.content.find(({ start }) => start >= name.end);
  if (after) {
    const near = content.filter(({ start }) => start >= other.end).slice(0, reach);
    return isThere(after, near);
  }
  const before = sentence.content.findLast(({ end }) => end <= name.start);
  return isThere(before, content.filter(({ end }) => end <= other.start).slice(-reach));
}
