import type { Doubt } from "./doubt.ts";
import type { EvidencePassage, SentenceEvidence } from "./find-evidence.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { type Figure, type Reading, readFigures } from "./read-figures.ts";

/**
 * The same as `findEvidence` for an answer in another language than the page's, of which only the
 * figures can be compared: a sentence without any rests on nothing, and is not doubted for it.
 */
export function findAcrossLanguages(
  sentences: readonly string[],
  language: string,
  page: PageIndex,
): SentenceEvidence[] {
  return sentences.map((text) => {
    // numbers in words are told apart from articles only within a language
    const figures = readFigures(text, language).filter((figure) => /\p{Nd}/u.test(figure.text));
    const isOnPage = (figure: Figure) =>
      page.sentences.some((there) => there.figures.some((other) => hasSameValue(figure, other)));
    const doubts = figures.filter((figure) => !isOnPage(figure)).map(doubtOf);
    const doubtScore = figures.length === 0 ? 0 : doubts.length / figures.length;
    return { text, passages: passagesWith(figures, page), doubts, doubtScore };
  });
}

function doubtOf({ kind: what, start, end }: Figure): Doubt {
  return { kind: "not-on-page", what, start, end, passage: null };
}

/** The passages with the most of some figures. */
function passagesWith(figures: readonly Figure[], page: PageIndex): EvidencePassage[] {
  const found = page.sentences.map((there) => figuresIn(there, figures));
  const most = Math.max(0, ...found.map(({ length }) => length));
  if (most === 0) return [];
  const passages = new Map<number, { start: number; end: number }[]>();
  for (const [index, words] of found.entries()) {
    const passage = page.sentences[index]?.passage;
    if (passage === undefined || words.length < most) continue;
    passages.set(passage, [...(passages.get(passage) ?? []), ...words]);
  }
  return [...passages].map(([number, words]) => ({ number, words }));
}

/** Where figures stand in a sentence of the page, counted from the passage's beginning. */
function figuresIn({ figures, start: from }: PageSentence, wanted: readonly Figure[]) {
  return figures
    .filter((figure) => wanted.some((one) => hasSameValue(one, figure)))
    .map(({ start, end }) => ({ start: from + start, end: from + end }));
}

/** Units have other names in other languages, so they are not compared. */
function hasSameValue(one: Figure, other: Figure): boolean {
  return one.readings.some((a) => other.readings.some((b) => isSameValue(a, b)));
}

function isSameValue(one: Reading, other: Reading): boolean {
  const values = valuesOf(one);
  return valuesOf(other).some((value) => values.includes(value));
}

function valuesOf(reading: Reading): string[] {
  switch (reading.sort) {
    case "quantity":
      return [String(reading.value)];
    case "date":
      return [reading.year, reading.day].filter((part) => part !== "").map((part) => String(+part));
    case "label":
      return [reading.value];
  }
}
