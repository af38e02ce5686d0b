import { baseLanguage } from "../abbreviations.ts";

/** A quarter of a year, and where it stands. */
export interface Quarter {
  start: number;
  end: number;
  /** 1 to 4. */
  number: number;
}

const patterns: Readonly<Record<string, readonly [RegExp, RegExp, RegExp, RegExp]>> = {
  en: [
    /\b(?:first|1st)[ -]quarter\b|\bQ1\b/giu,
    /\b(?:second|2nd)[ -]quarter\b|\bQ2\b/giu,
    /\b(?:third|3rd)[ -]quarter\b|\bQ3\b/giu,
    /\b(?:fourth|4th|final|last)[ -]quarter\b|\bQ4\b/giu,
  ],
  de: [
    /\b(?:erste[ns]?|1\.) Quartal/giu,
    /\b(?:zweite[ns]?|2\.) Quartal/giu,
    /\b(?:dritte[ns]?|3\.) Quartal/giu,
    /\b(?:vierte[ns]?|4\.) Quartal/giu,
  ],
  fr: [
    /\b(?:premier|1er) trimestre/giu,
    /\b(?:deuxième|second|2e) trimestre/giu,
    /\b(?:troisième|3e) trimestre/giu,
    /\b(?:quatrième|dernier|4e) trimestre/giu,
  ],
  es: [
    /\b(?:primer|1er) trimestre/giu,
    /\bsegundo trimestre/giu,
    /\b(?:tercer|3er) trimestre/giu,
    /\b(?:cuarto|último) trimestre/giu,
  ],
  it: [
    /\bprimo trimestre/giu,
    /\bsecondo trimestre/giu,
    /\bterzo trimestre/giu,
    /\b(?:quarto|ultimo) trimestre/giu,
  ],
};

/** The quarters of years that a text names. */
export function findQuarters(text: string, language: string | null): Quarter[] {
  const all = patterns[baseLanguage(language) ?? "en"] ?? [];
  return all.flatMap((pattern, at) =>
    Array.from(text.matchAll(pattern), ({ 0: written, index }) => ({
      start: index,
      end: index + written.length,
      number: at + 1,
    })),
  );
}
