import { type AnswerEvidence, backAnswer } from "../../../lib/panel/answer-evidence.ts";
import type { TaskText } from "../../../lib/tasks/task.ts";
import { indexPage } from "../../../lib/text/evidence/page-index.ts";
import { detectLanguage } from "../../../lib/text/language.ts";
import { rouge } from "../../bench/draft/rouge.ts";

/** How good one summary is; all but `isInLanguage` and `isAsLong` from 0 to 1. */
export interface SummaryScore {
  rouge1: number;
  rouge2: number;
  rougeL: number;
  /** Of its sentences, the share that our own check finds on the page; null if it has none. */
  supported: number | null;
  /** Of the page's sections, the share that a sentence rests on. */
  sectionsCovered: number;
  /** Whether it has as many key points as it was asked for. */
  isAsLong: boolean;
  isInLanguage: boolean;
}

/** Five were asked for; one more or less is still what a reader expects. */
const fewestPoints = 4;
const mostPoints = 6;

/** Scores key points in Markdown, as a model wrote them, against a text and those of people. */
export async function scoreSummary(
  summary: string,
  text: TaskText,
  references: readonly string[],
): Promise<SummaryScore> {
  const passages = text.passages.map((passage, at) => ({
    number: at + 1,
    kind: "paragraph" as const,
    text: passage,
    place: "",
  }));
  const language = (await detectLanguage(summary))?.language ?? null;
  const index = indexPage(passages, text.language);
  const evidence = backAnswer(summary, { passages, index, language });
  const { totalSentences, foundSentences } = evidence;
  const points = summary.split("\n").filter((line) => /^\s*(?:[-*•]|\d+[.)])\s/.test(line)).length;
  return {
    ...rouge(summary, references),
    supported: totalSentences === 0 ? null : foundSentences / totalSentences,
    sectionsCovered: coverage(evidence, text),
    isAsLong: points >= fewestPoints && points <= mostPoints,
    isInLanguage: language === text.language,
  };
}

/** The share of sections, of which each begins with a heading, that sentences rest on. */
function coverage({ sentences }: AnswerEvidence, { passages, headings = [] }: TaskText): number {
  const starts = headings.length > 1 ? headings : thirds(passages.length);
  const sectionOf = (passageNumber: number) =>
    starts.findLastIndex((start) => start < passageNumber);
  const places = [...sentences.values()].flat().flatMap((sentence) => sentence.places);
  const covered = new Set(places.map(({ passageNumber }) => sectionOf(passageNumber)));
  covered.delete(-1); // above the first heading
  return covered.size / starts.length;
}

/** Where there are no sections: the beginning, the middle and the end. */
function thirds(passages: number): number[] {
  return [...new Set([0, 1, 2].map((third) => Math.floor((third * passages) / 3)))];
}
