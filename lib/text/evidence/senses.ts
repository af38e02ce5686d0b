import { baseLanguage } from "../abbreviations.ts";
import { senseRows } from "./sense-rows.ts";
import { stemOf } from "./stem.ts";

interface Lexicon {
  /** By stem. */
  senses: ReadonlyMap<string, readonly string[]>;
}

const none: readonly string[] = [];
const cache = new Map<string, Lexicon>();

/**
 * Meanings that a word shares with others of its language, by its stem; mostly none. Of two words,
 * "turned down", by the stem of the first and the second: "turn-down".
 */
export function sensesOf(stem: string, language: string | null): readonly string[] {
  return lexiconOf(baseLanguage(language) ?? "en").senses.get(stem) ?? none;
}

interface Meaningful {
  senses: readonly string[];
}

/** Whether a meaning of one word excludes one of another. */
export function excludes(one: Meaningful, other: Meaningful): boolean {
  return one.senses.some((sense) => other.senses.some((there) => areOpposite(sense, there)));
}

/** Sides of one row. */
function areOpposite(one: string, other: string): boolean {
  return one !== other && one.includes(".") && one.split(".")[0] === other.split(".")[0];
}

function lexiconOf(language: string): Lexicon {
  const known = cache.get(language);
  if (known) return known;
  const senses = new Map<string, string[]>();
  (senseRows[language] ?? []).forEach((row, at) => {
    const sides = row.split(" | ");
    sides.forEach((words, side) => {
      const sense = sides.length === 1 ? `${at}` : `${at}.${side}`;
      for (const stem of new Set(words.split(" ").map((word) => keyOf(word, language)))) {
        const list = senses.get(stem) ?? [];
        list.push(sense);
        senses.set(stem, list);
      }
    });
  });
  const lexicon = { senses };
  cache.set(language, lexicon);
  return lexicon;
}

/** "turn-down" stands for two words. */
function keyOf(word: string, language: string): string {
  const [first = "", second] = word.split("-");
  return second === undefined ? stemOf(word, language) : `${stemOf(first, language)}-${second}`;
}
