import type { Passage } from "../page-text.ts";
import type { Capitals } from "../capitals.ts";
import { splitSentences } from "../sentences.ts";
import { tokensOf, type Token } from "./evidence-tokens.ts";
import { readFigures, type Figure } from "./read-figures.ts";

/** A sentence of the page. */
export interface PageSentence {
  /** Its place among all sentences, from 0. */
  index: number;
  /** The passage's number. */
  passage: number;
  /** Where it begins in its passage. */
  start: number;
  text: string;
  tokens: readonly Token[];
  figures: readonly Figure[];
}

/** A page made ready for looking up sentences; time and memory are linear in its length. */
export interface PageIndex {
  language: string | null;
  sentences: readonly PageSentence[];
  /** Sentences with a stem or a sense, by their indices, rising. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** All words of the page, in lower case. */
  words: ReadonlySet<string>;
  /** How the page writes its words, in lower case. */
  capitals: Capitals;
  /** First letters of neighbouring words with capitals, such as "who", in lower case. */
  initials: ReadonlySet<string>;
}

/** Prepares a page for `findEvidence`; `language` is its BCP 47 tag, or null if unknown. */
export function indexPage(
  passages: readonly Pick<Passage, "number" | "text">[],
  language: string | null,
): PageIndex {
  const sentences: PageSentence[] = [];
  for (const { number, text } of passages) {
    let from = 0;
    for (const sentence of splitSentences(text, language)) {
      const start = Math.max(from, text.indexOf(sentence, from));
      from = start + sentence.length;
      sentences.push({
        index: sentences.length,
        passage: number,
        start,
        text: sentence,
        tokens: tokensOf(sentence, language),
        figures: readFigures(sentence, language),
      });
    }
  }
  return {
    language,
    sentences,
    postings: postingsOf(sentences),
    words: new Set(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word))),
    capitals: capitalsIn(sentences),
    initials: new Set(sentences.flatMap(({ text }) => initialsIn(text))),
  };
}

/** A word that a sentence begins with tells nothing. */
function capitalsIn(sentences: readonly PageSentence[]): Capitals {
  const lower = new Set<string>();
  const inner = new Set<string>();
  for (const { text, tokens } of sentences) {
    tokens.forEach(({ word, start }, at) => {
      const first = text.charAt(start);
      if (first !== first.toUpperCase()) lower.add(word);
      else if (at > 0 && first !== first.toLowerCase()) inner.add(word);
    });
  }
  return { lower, inner };
}

function postingsOf(sentences: readonly PageSentence[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const { index, tokens } of sentences) {
    for (const { stem, senses, isContent } of tokens) {
      if (!isContent) continue;
      for (const key of [stem, ...senses.map(senseKey)]) {
        const places = postings.get(key);
        if (!places) postings.set(key, [index]);
        else if (places.at(-1) !== index) places.push(index);
      }
    }
  }
  return postings;
}

/** A sense among stems. */
export function senseKey(sense: string): string {
  return `~${sense}`;
}

/** "World Health Organization" gives "who". */
function initialsIn(text: string): string[] {
  const runs = text.match(
    /\p{Lu}[\p{L}\p{M}]+(?:[ -](?:(?:of|the|and|for|de|des|der|la|du|del|y) ){0,2}\p{Lu}[\p{L}\p{M}]+){1,6}/gu,
  );
  return (runs ?? []).map((run) => (run.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("").toLowerCase());
}
