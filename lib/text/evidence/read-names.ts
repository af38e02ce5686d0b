import type { Capitals } from "../capitals.ts";
import { capitalsOf } from "../capitals.ts";
import { findValued, wordsOf } from "../protected-spans.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";

/** A name in a text, and the words that it is made of, in lower case. */
export interface Name {
  text: string;
  start: number;
  end: number;
  words: readonly string[];
}

const found = new WeakMap<PageSentence, readonly Name[]>();

/** The names of a sentence of the page. */
export function namesOnPage(sentence: PageSentence, page: PageIndex): readonly Name[] {
  const known = found.get(sentence);
  if (known) return known;
  const names = namesIn(sentence.text, page);
  found.set(sentence, names);
  return names;
}

/** The names of a sentence; how the page writes a word tells whether it is one where it begins. */
export function namesIn(text: string, page: PageIndex): Name[] {
  const { lower, inner } = page.capitals;
  return findValued(text, page.language, capitalsFor(text, page)).flatMap(
    ({ kind, text, start, end, values }): Name[] => {
      if (kind !== "name") return [];
      // a word that a sentence begins with may be left out of the values
      const known = wordsIn(text).filter((word) => inner.has(word) && !lower.has(word));
      const words = [...new Set([...known, ...values.flatMap(wordsIn)])];
      return words.length > 0 ? [{ text, start, end, words }] : [];
    },
  );
}

function wordsIn(text: string): string[] {
  const bare = text.toLowerCase().replace(/['’]s(?!\p{L})/gu, "");
  return bare.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
}

function capitalsFor(text: string, { language, capitals }: PageIndex): Capitals {
  const words = wordsOf(text, language);
  const { lower, inner } = capitalsOf([words]);
  const written = words.map((word) => word.text.toLowerCase());
  return {
    lower: new Set([...lower, ...written.filter((word) => capitals.lower.has(word))]),
    inner: new Set([...inner, ...written.filter((word) => capitals.inner.has(word))]),
  };
}
