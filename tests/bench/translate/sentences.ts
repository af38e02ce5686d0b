import { corpus } from "../../../scripts/models/corpus.ts";

const words = corpus.toLowerCase().match(/\p{L}+/gu) ?? [];
/** As long as the corpus's own. */
const lengths = corpus.split(/[.?]\s/).map((sentence) => sentence.split(/\s+/).length);
/** No divisor of the number of words, so that no sentence begins as one before it. */
const STEP = 101;

/** Sentences of words that the models of true shape know; no two are the same. */
export function makeSentences(count: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const length = Math.max(3, lengths[number % lengths.length] ?? 0);
    const [first = "", ...rest] = Array.from(
      { length },
      (_, at) => words[(number * STEP + at) % words.length] ?? "",
    );
    return `${first[0]?.toUpperCase()}${[first.slice(1), ...rest].join(" ")}.`;
  });
}

/** As many sentences as have so many words together, in paragraphs. */
export function makeParagraphs(pageWords: number): string[] {
  const paragraphs: string[] = [];
  let paragraph: string[] = [];
  let left = pageWords;
  for (const sentence of makeSentences(pageWords)) {
    paragraph.push(sentence);
    left -= countWords(sentence);
    if (paragraph.length < SENTENCES_A_PARAGRAPH && left > 0) continue;
    paragraphs.push(paragraph.join(" "));
    paragraph = [];
    if (left <= 0) break;
  }
  return paragraphs;
}

const SENTENCES_A_PARAGRAPH = 4;

export function countWords(text: string): number {
  return text.split(/\s+/).length;
}
