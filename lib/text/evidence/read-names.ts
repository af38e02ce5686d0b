import { capitalsOf } from "../capitals.ts";
import { findValued, wordsOf } from "../protected-spans.ts";
import type { PageIndex } from "./page-index.ts";

/** A name in a text, and the words that it is made of, in lower case. */
export interface Name {
  text: string;
  start: number;
  end: number;
  words: readonly string[];
}

/** The names of a sentence. */
export function namesIn(text: string, { language }: Pick<PageIndex, "language">): Name[] {
  return findValued(text, language, capitalsOf([wordsOf(text, language)])).flatMap(
    ({ kind, text, start, end, values }): Name[] => {
      const words = values.flatMap(
        (value) => value.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [],
      );
      return kind === "name" && words.length > 0 ? [{ text, start, end, words }] : [];
    },
  );
}
