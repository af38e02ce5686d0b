import { baseLanguage } from "../abbreviations.ts";
import { senseRows } from "./sense-rows.ts";
import { stemOf } from "./stem.ts";

interface Lexicon {
  /** By stem. */
  senses: ReadonlyMap<string, readonly string[]>;
}

const none: readonly string[] = [];
const cache = new Map<string, Lexicon>();

/** Meanings that a word shares with others of its language, by its stem; mostly none. */
export function sensesOf(stem: string, language: string | null): readonly string[] {
  return lexiconOf(baseLanguage(language) ?? "en").senses.get(stem) ?? none;
}

/** The meaning opposite to one, or null. */
export function oppositeOf(sense: string): string | null {
  if (sense.endsWith("+")) return `${sense.slice(0, -1)}-`;
  return sense.endsWith("-") ? `${sense.slice(0, -1)}+` : null;
}

function lexiconOf(language: string): Lexicon {
  const known = cache.get(language);
  if (known) return known;
  const senses = new Map<string, string[]>();
  (senseRows[language] ?? []).forEach((row, at) => {
    const [side = "", opposite] = row.split(" | ");
    const add = (words: string, sense: string) => {
      for (const stem of new Set(words.split(" ").map((word) => stemOf(word, language)))) {
        const list = senses.get(stem) ?? [];
        list.push(sense);
        senses.set(stem, list);
      }
    };
    add(side, opposite === undefined ? `${at}` : `${at}+`);
    if (opposite !== undefined) add(opposite, `${at}-`);
  });
  const lexicon = { senses };
  cache.set(language, lexicon);
  return lexicon;
}
