import { capitalsOf, placeWords } from "../capitals.ts";
import { findNames } from "../find-names.ts";
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
  const capitals = capitalsOf([placeWords(text, language)]);
  return findNames(text, language, capitals).map(({ text, start, end, values }) => ({
    text,
    start,
    end,
    words: values.flatMap((value) => value.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []),
  }));
}
