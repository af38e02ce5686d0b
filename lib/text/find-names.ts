import { baseLanguage, stopHabitsOf } from "./abbreviations.ts";
import { hasOddShape, placeWords, type Capitals, type PlacedWord } from "./capitals.ts";
import { firstNames, greetings, honorifics, particles } from "./name-words.ts";
import type { ValuedSpan } from "./protected-span.ts";

/**
 * Names of people, places and things: what has a capital that neither the beginning of a sentence
 * nor the language explains. In German, where every noun has one, only what is a name for certain.
 */
export function findNames(text: string, language: string | null, capitals: Capitals): ValuedSpan[] {
  const words = placeWords(text, language);
  const isGerman = /^(?:de|lb)$/.test(baseLanguage(language) ?? "");
  const starters = stopHabitsOf(language).starters;
  const judge = { text, capitals, starters, isGerman };
  const groups = groupWords(words, text);
  return [...groups.flatMap((group) => nameIn(group, judge) ?? []), ...addressedInJapanese(text)];
}

interface Judge {
  text: string;
  capitals: Capitals;
  starters: ReadonlySet<string>;
  isGerman: boolean;
}

/** Words with capitals that stand together, with the particles between them. */
function groupWords(words: readonly PlacedWord[], text: string): PlacedWord[][] {
  const groups: PlacedWord[][] = [];
  let open: PlacedWord[] = [];
  let waiting: PlacedWord[] = [];
  for (const word of words) {
    const before = waiting.at(-1) ?? open.at(-1);
    const isBeside = before !== undefined && joins(text.slice(before.end, word.start), before);
    if (!isBeside || word.starts) [open, waiting] = [[], []];
    if (hasCapital(word.text)) {
      if (open.length === 0) groups.push(open);
      open.push(...waiting, word);
      waiting = [];
    } else if (open.length > 0 && particles.has(word.text) && waiting.length < 2) {
      waiting.push(word);
    } else [open, waiting] = [[], []];
  }
  return groups;
}

/** A space joins, and a stop after an initial or a title. */
function joins(gap: string, before: PlacedWord): boolean {
  if (gap === " " || gap === "\u00a0") return true;
  const mayStop = before.text.length === 1 || honorifics.has(before.text.toLowerCase());
  return mayStop && /^\.[ \u00a0]?$/.test(gap);
}

function hasCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word) || hasOddShape(word);
}

function nameIn(group: readonly PlacedWord[], judge: Judge): ValuedSpan | null {
  const words = withoutOrdinary(group, judge);
  const told = words.filter(({ text }) => text.length > 1 && tells(text));
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || told.length === 0 || !isName(words, told, judge)) return null;
  // "Yesterday Anna came": what begins a sentence may be left away, the rest may not
  const kept = told.length > 1 && first.starts ? told.slice(first === told[0] ? 1 : 0) : told;
  return {
    kind: "name",
    text: judge.text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    values: [kept.map(({ text }) => text.normalize().toLowerCase()).join(" ")],
  };
}

function tells(word: string): boolean {
  const lower = word.toLowerCase();
  return !particles.has(word) && !honorifics.has(lower);
}

/** A group without the words at its beginning that no name begins with. */
function withoutOrdinary(group: readonly PlacedWord[], judge: Judge): readonly PlacedWord[] {
  const [first, second] = group;
  if (!first) return group;
  const lower = first.text.toLowerCase();
  const isOrdinary =
    greetings.has(lower) ||
    /^I(?:['’].*)?$/.test(first.text) ||
    (first.starts && !hasOddShape(first.text) && isKnownWord(first, second, judge));
  if (!isOrdinary) return group;
  const rest = group.slice(1);
  const next = rest.findIndex(({ text }) => hasCapital(text));
  return next < 0 ? [] : withoutOrdinary(rest.slice(next), judge);
}

function isKnownWord(
  { text }: PlacedWord,
  next: PlacedWord | undefined,
  { capitals, starters }: Judge,
): boolean {
  const lower = text.toLowerCase();
  if (honorifics.has(lower)) return false;
  if (starters.has(text) || capitals.lower.has(lower)) return true;
  return next !== undefined && firstNames.has(next.text.toLowerCase()) && !firstNames.has(lower);
}

function isName(
  words: readonly PlacedWord[],
  told: readonly PlacedWord[],
  { capitals, isGerman }: Judge,
): boolean {
  const [first] = words;
  const [only] = told;
  if (!first || !only) return false;
  if (told.some(({ text }) => hasOddShape(text))) return true;
  if (honorifics.has(first.text.toLowerCase()) && words.length > 1) return true;
  const firstName = told.find(({ text }) => firstNames.has(text.toLowerCase()));
  if (firstName) return !capitals.lower.has(firstName.text.toLowerCase()) || told.length > 1;
  if (isGerman) return false;
  if (told.length > 1) return true;
  const lower = only.text.toLowerCase();
  if (capitals.lower.has(lower) || greetings.has(lower)) return false;
  return !only.starts || capitals.inner.has(lower);
}

/** 田中さん: a name by what follows it. */
function addressedInJapanese(text: string): ValuedSpan[] {
  const pattern =
    /(?<!\p{Script=Han})(?![皆客神奥嬢父母兄姉子])\p{Script=Han}{1,4}(?=さん|さま|様|氏|くん|ちゃん)/gu;
  return Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({
    kind: "name",
    text: name,
    start: index,
    end: index + name.length,
    values: [name],
  }));
}
