import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { baseLanguage } from "../text/abbreviations.ts";
import type { Inline } from "../text/answer-inline.ts";
import { type AnswerSentence, cutAnswer } from "../text/answer-sentences.ts";
import { type AnswerTree, parseAnswer } from "../text/answer-tree.ts";
import type { Doubt } from "../text/evidence/doubt.ts";
import { findAcrossLanguages } from "../text/evidence/find-across-languages.ts";
import { findEvidence, type SentenceEvidence } from "../text/evidence/find-evidence.ts";
import { indexPage, type PageIndex } from "../text/evidence/page-index.ts";
import { joinWords } from "../text/join-words.ts";
import { detectLanguage } from "../text/language.ts";
import type { PageText } from "../text/page-text.ts";
import { type Answer, isRunning, textOf } from "./answer.ts";
import type { ReadPage, Reading } from "./reading.ts";
import type { Place } from "./showing-passage.ts";

/** A sentence of an answer with what it rests on. */
export interface BackedSentence extends AnswerSentence {
  /** Best first. */
  places: readonly Place[];
  doubts: readonly PlacedDoubt[];
}

/** A doubt, and what the page says nearest to it; null where it says nothing like it. */
export interface PlacedDoubt {
  doubt: Doubt;
  nearest: Place | null;
}

/** An answer with what each of its sentences rests on. */
export interface AnswerEvidence {
  tree: AnswerTree;
  /** By the words of the paragraph or item that they stand in. */
  sentences: ReadonlyMap<readonly Inline[], readonly BackedSentence[]>;
  /** How many sentences say something of the page, and how many of those nothing speaks against. */
  totalSentences: number;
  foundSentences: number;
  /** Whether the answer is in another language than the page, so that only figures were compared. */
  isOtherLanguage: boolean;
}

/** What an answer is held to. */
interface Known {
  passages: PageText["passages"];
  index: PageIndex;
  /** The answer's language as an ISO 639-1 code; the page's own where it is null. */
  language: string | null;
}

/** Finds what the sentences of an answer rest on, in Markdown as the model wrote it. */
export function backAnswer(markdown: string, { passages, index, language }: Known): AnswerEvidence {
  const tree = parseAnswer(markdown);
  const isOtherLanguage =
    language !== null && index.language !== null && language !== baseLanguage(index.language);
  const cut = cutAnswer(tree, isOtherLanguage ? language : index.language);
  const texts = [...cut.values()].flat().map(({ text }) => text);
  const evidence = isOtherLanguage
    ? findAcrossLanguages(texts, language, index)
    : findEvidence(texts, index);
  const sentences = new Map(
    [...cut].map(([inline, sentences]) => [
      inline,
      sentences.map((sentence) => back(sentence, evidence[sentence.index], passages)),
    ]),
  );
  const telling = [...sentences.values()].flat().filter(saysSomething);
  return {
    tree,
    sentences,
    totalSentences: telling.length,
    foundSentences: telling.filter(({ doubts }) => doubts.length === 0).length,
    isOtherLanguage,
  };
}

function back(
  sentence: AnswerSentence,
  evidence: SentenceEvidence | undefined,
  passages: PageText["passages"],
): BackedSentence {
  const textOf = (passageNumber: number) =>
    passages.find(({ number }) => number === passageNumber)?.text ?? "";
  const doubts = (evidence?.doubts ?? []).map((doubt) => ({
    doubt,
    nearest: nearestTo(doubt, textOf),
  }));
  const places = (evidence?.passages ?? []).map(({ number, words }) => {
    const instead = doubts.flatMap(({ nearest }) =>
      nearest?.passageNumber === number ? nearest.words : [],
    );
    return { passageNumber: number, words: joinWords(textOf(number), [...words, ...instead]) };
  });
  return { ...sentence, places, doubts };
}

function nearestTo(doubt: Doubt, textOf: (passageNumber: number) => string): Place | null {
  if (doubt.kind === "no-evidence" || doubt.passage === null) return null;
  const said = doubt.kind === "differs" ? doubt.pageText : "";
  const start = said === "" ? -1 : textOf(doubt.passage).indexOf(said);
  const words = start < 0 ? [] : [{ start, end: start + said.length }];
  return { passageNumber: doubt.passage, words };
}

function saysSomething({ places, doubts }: BackedSentence): boolean {
  return places.length > 0 || doubts.length > 0;
}

/** What of an answer rests on one passage. */
export interface Resting {
  /** All words of the passage that sentences rest on. */
  place: Place;
  /** How many sentences do. */
  count: number;
}

/** What rests on each passage, by its number; passages on which nothing rests are left out. */
export function placesByPassage({ sentences }: AnswerEvidence): ReadonlyMap<number, Resting> {
  const resting = new Map<number, Resting>();
  for (const { passageNumber, words } of [...sentences.values()].flat().flatMap((s) => s.places)) {
    const before = resting.get(passageNumber);
    const place = { passageNumber, words: [...(before?.place.words ?? []), ...words] };
    resting.set(passageNumber, { place, count: (before?.count ?? 0) + 1 });
  }
  return resting;
}

/** Whether a sentence rests on a passage. */
export function restsOn({ places }: BackedSentence, passageNumber: number | undefined): boolean {
  return places.some((place) => place.passageNumber === passageNumber);
}

/** Finds what an answer about a page that was read rests on. */
export type BackRead = (markdown: string, read: ReadPage) => Promise<AnswerEvidence>;

/** Prepares a page once for however many answers there are about it. */
export function createBackRead(): BackRead {
  let last: { page: PageText; index: PageIndex } | null = null;
  return async (markdown, { page, language: pageLanguage }) => {
    const found = await detectLanguage(markdown);
    if (last?.page !== page || last.index.language !== pageLanguage)
      last = { page, index: indexPage(page.passages, pageLanguage) };
    const language = found?.isReliable ? found.language : null;
    return backAnswer(markdown, { passages: page.passages, index: last.index, language });
  };
}

/** The evidence of the panel's answer once it has all its words; null until then. */
export function createAnswerEvidence(
  panel: { reading: ReadonlySignal<Reading>; answer: ReadonlySignal<Answer> },
  back: BackRead,
): ReadonlySignal<AnswerEvidence | null> {
  const evidence = signal<AnswerEvidence | null>(null);
  effect(() => {
    const [reading, answer] = [panel.reading.value, panel.answer.value];
    evidence.value = null;
    const text = textOf(answer);
    if (reading.kind !== "read" || isRunning(answer) || text === "") return;
    void back(text, reading).then((found) => {
      if (panel.answer.value === answer && panel.reading.value === reading) evidence.value = found;
    });
  });
  return evidence;
}
