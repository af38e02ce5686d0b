import { findEvidence } from "../../../lib/text/evidence/find-evidence.ts";
import { indexPage } from "../../../lib/text/evidence/page-index.ts";
import type { Passage } from "../../../lib/text/page-text.ts";
import { median, round } from "../median.ts";

interface Article {
  source: string;
  sentences: readonly { text: string }[];
}

const repeats = 15;
const answerSentences = 10;

/** The lines of a text as passages. */
export function passagesOf(text: string): Pick<Passage, "number" | "text">[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, at) => ({ number: at + 1, text: line.trim() }));
}

/**
 * Milliseconds, after warming up, to read a page and to find the evidence of ten sentences in it,
 * for pages of so many words made of all the articles again and again.
 */
export function timesOf(articles: readonly Article[]) {
  const lines = articles.flatMap(({ source }) => source.split("\n"));
  const answer = articles.flatMap(({ sentences }) => sentences.slice(0, 2));
  const sentences = answer.slice(0, answerSentences).map(({ text }) => text);
  return Object.fromEntries(
    [2_000, 20_000, 100_000].map((words) => [
      `words${words}`,
      timeFor(pageOf(lines, words), sentences),
    ]),
  );
}

function timeFor(text: string, sentences: readonly string[]) {
  const passages = passagesOf(text);
  const turns = Array.from({ length: repeats }, () => {
    const start = performance.now();
    const page = indexPage(passages, "en");
    const read = performance.now();
    findEvidence(sentences, page);
    return { readPage: read - start, tenSentences: performance.now() - read };
  }).slice(5);
  return {
    readPage: round(median(turns.map(({ readPage }) => readPage)), 2),
    tenSentences: round(median(turns.map(({ tenSentences }) => tenSentences)), 2),
  };
}

function pageOf(lines: readonly string[], words: number): string {
  const page: string[] = [];
  let count = 0;
  for (let at = 0; count < words && lines.length > 0; at += 1) {
    const line = lines[at % lines.length] ?? "";
    page.push(line);
    count += line.split(" ").length;
  }
  return page.join("\n");
}
