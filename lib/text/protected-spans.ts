import { capitalsOf, placeWords, type Capitals } from "./capitals.ts";
import { findFigures } from "./find-figures.ts";
import { findLiterals } from "./find-literals.ts";
import { findNames } from "./find-names.ts";
import { takeSpans, type ProtectedSpan, type ValuedSpan } from "./protected-span.ts";

/**
 * What a rewrite of a text must keep: numbers, dates, amounts, URLs, mail addresses, code,
 * quotations, placeholders and names, in order and without overlap. `language` is a BCP 47 tag, or
 * null where it is not known.
 */
export function findProtected(text: string, language: string | null): ProtectedSpan[] {
  return findValued(text, language, capitalsOf([wordsOf(text, language)])).map(
    ({ kind, text, start, end }) => ({ kind, text, start, end }),
  );
}

/** The same with what each span says; `capitals` may know more texts than this one. */
export function findValued(
  text: string,
  language: string | null,
  capitals: Capitals,
): ValuedSpan[] {
  const literals = findLiterals(text);
  const withoutLiterals = takeSpans(text, literals);
  const figures = findFigures(withoutLiterals, language);
  const names = findNames(takeSpans(withoutLiterals, figures), language, capitals);
  return [...literals, ...figures, ...names].toSorted((a, b) => a.start - b.start);
}

/** The words of a text that belong to nothing else that is protected. */
export function wordsOf(text: string, language: string | null) {
  return placeWords(takeSpans(text, findLiterals(text)), language);
}
