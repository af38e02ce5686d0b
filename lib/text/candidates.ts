import { baseLanguage } from "./abbreviations.ts";
import type { Passage } from "./page-text.ts";
import { splitSentences } from "./sentences.ts";
import { termsOf } from "./terms.ts";

/** A sentence that a draft may be made of. */
export interface Candidate {
  text: string;
  passageNumber: number;
  terms: ReadonlySet<string>;
  /** Whether it opens its passage, where a writer tends to put the point. */
  isFirst: boolean;
  /** Whether it points back to the sentence before it, and says little without it. */
  isDangling: boolean;
  /** How much it reads like a statement that stands by itself, from 0 to 1. */
  quality: number;
}

/** Every sentence of the page's prose, in reading order. Headings, code and tables give none. */
export function candidatesOf(passages: readonly Passage[], language: string | null): Candidate[] {
  const candidates: Candidate[] = [];
  for (const passage of passages) {
    if (!isProse(passage)) continue;
    splitSentences(passage.text, language).forEach((text, index) => {
      const terms = termsOf(text);
      const isFirst = index === 0;
      const quality = qualityOf(text, passage) * (terms.size === 0 ? 0.1 : 1);
      const isDangling = dangles(text, language);
      candidates.push({ text, passageNumber: passage.number, terms, isFirst, isDangling, quality });
    });
  }
  return candidates;
}

function isProse({ kind }: Passage): boolean {
  return kind === "paragraph" || kind === "list-item" || kind === "quote";
}

function qualityOf(text: string, passage: Passage): number {
  let quality = lengthQuality(text);
  if (/[?？؟;՞][\p{P}\s]*$/u.test(text) && !text.endsWith(";")) quality *= 0.5; // asks, does not say
  if (/[!！][\p{P}\s]*$/u.test(text)) quality *= 0.7; // a call, more often than a fact
  if (!/[\p{Sentence_Terminal}…][\p{P}\s\d]*$/u.test(text))
    quality *= unendedQuality(text, passage);
  if (/[©|@]|https?:|www\./u.test(text)) quality *= 0.3; // credits, menus, addresses
  if (!isBalanced(text)) quality *= 0.7;
  return quality;
}

/** A caption, a button or a label has no stop; in lists and in Thai a sentence may lack one too. */
function unendedQuality(text: string, { kind }: Passage): number {
  if (/\p{Script=Thai}|\p{Script=Lao}/u.test(text)) return 1;
  if (/[:：]$/.test(text)) return 0.5;
  return kind === "list-item" ? 0.7 : 0.4;
}

const unspacedLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const leastWords = 8;
const mostWords = 45;

/** Full between the lengths that statements have; a fragment or a chain of clauses loses evenly. */
function lengthQuality(text: string): number {
  const characters = text.match(unspacedLetter)?.length ?? 0;
  const words = characters > text.length / 3 ? characters / 2 : text.split(/\s+/).length;
  if (words < leastWords) return Math.max(0.2, words / leastWords);
  return words > mostWords ? mostWords / words : 1;
}

function isBalanced(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  return (
    count(/["]/g) % 2 === 0 &&
    count(/[“„]/g) <= count(/[”“]/g) &&
    count(/[([]/g) <= count(/[)\]]/g) + 1 &&
    count(/”/g) <= count(/[“„”]/g) / 2
  );
}

const danglers: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    words(
      "he she they it this that these those but and so or however also then such his her their its another both instead meanwhile otherwise there",
    ),
  ),
  de: new Set(
    words(
      "er sie es dies diese dieser dieses aber und doch dann dabei dazu damit dadurch deshalb außerdem jedoch sein seine ihre auch",
    ),
  ),
  fr: new Set(
    words("il elle ils elles ce cela cette ces mais et donc or ainsi puis aussi son sa ses leur"),
  ),
  es: new Set(
    words("él ella ellos ellas esto este esta estos pero y así además entonces también su sus"),
  ),
  it: new Set(words("lui lei loro questo questa ma e così inoltre anche quindi suo sua")),
  pt: new Set(words("ele ela eles elas isso isto este esta mas e assim além também seu sua")),
  ru: new Set(words("он она они оно это этот эта но а и также поэтому затем его её их")),
};

function words(list: string): string[] {
  return list.split(" ");
}

function dangles(text: string, language: string | null): boolean {
  const first = /^[\p{P}\s]*([\p{L}\p{M}]+)/u.exec(text)?.[1]?.toLowerCase();
  return first !== undefined && (danglers[baseLanguage(language) ?? "en"]?.has(first) ?? false);
}
