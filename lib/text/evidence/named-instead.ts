import { areAlike } from "./are-alike.ts";
import type { Support } from "./choose-evidence.ts";
import type { Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";
import { namesTogether } from "./named-on-page.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { namesOnPage, type Name } from "./read-names.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { stemOf } from "./stem.ts";

/** What a sentence of the page must hold of the rest, and how much more than those with the name. */
const leastShare = 0.4;
const leastAdvantage = 0.25;

/** The name that the page has where it says of another what a sentence says of one. */
export function namedInstead(
  name: Name,
  { sentence, names }: { sentence: ReadSentence; names: readonly Name[] },
  { supports, page }: { supports: readonly Support[]; page: PageIndex },
): { name: Name; passage: number } | null {
  const shareIn = shareWithout(names, sentence);
  const [best] = supports
    .map((support) => ({ there: support.sentence, share: shareIn(support.sentence) }))
    .toSorted((a, b) => b.share - a.share);
  if (!best || best.share < leastShare) return null;
  const others = namesOnPage(best.there, page);
  if (others.some(({ words }) => namesTogether(name, words))) return null;
  const other = others.find(({ words }) => !names.some((own) => namesTogether(own, words)));
  if (!other || refersBack(best.there, other)) return null;
  if (!standAlike({ name, words: sentence }, { name: other, words: best.there })) return null;
  const places = placesOf(name, page);
  if (places.length === 0 || places.some((place) => isOfOne(place, name, other))) return null;
  const share = Math.max(...places.map(({ there }) => shareIn(there)));
  return best.share >= share + leastAdvantage ? { name: other, passage: best.there.passage } : null;
}

/** Gives the share of a sentence's weight, names aside, that a sentence of the page holds. */
function shareWithout(names: readonly Name[], { content, weights }: ReadSentence) {
  const rest = content.flatMap((token, at) =>
    names.some(({ start, end }) => start < token.end && token.start < end)
      ? []
      : [{ token, weight: weights[at] ?? 0 }],
  );
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  return ({ tokens }: PageSentence) => {
    const held = rest.filter(({ token }) => tokens.some((other) => areAlike(token, other)));
    return total === 0 ? 0 : held.reduce((sum, { weight }) => sum + weight, 0) / total;
  };
}

/** Whether a word before a name may stand for someone of an earlier sentence. */
function refersBack({ tokens }: Words, { start }: Name): boolean {
  return tokens.some(({ word, end }) => end <= start && pronouns.test(word));
}

const pronouns = /^(?:he|she|it|they|his|her|its|their|this|these|who)$/;

/** A name and the whole name, "Duluga Herons" for "Duluga", that it is a part of on the page. */
interface Place {
  there: PageSentence;
  whole: Name;
}

function placesOf({ words }: Name, page: PageIndex): Place[] {
  const { postings, sentences, language } = page;
  const indices = new Set(words.flatMap((word) => postings.get(stemOf(word, language)) ?? []));
  return [...indices].flatMap((index) =>
    sentences.slice(index, index + 1).flatMap((there) =>
      namesOnPage(there, page)
        .filter((whole) => shareWords(whole, words))
        .map((whole) => ({ there, whole })),
    ),
  );
}

/** Whether two names are parts of one. */
function isOfOne({ whole }: Place, name: Name, other: Name): boolean {
  return shareWords(whole, name.words) && shareWords(whole, other.words);
}

function shareWords({ words }: Name, others: readonly string[]): boolean {
  return words.some((word) => others.includes(word));
}

/** Words between a name and one that tells what is said of it. */
const reach = 2;

/** A name in its sentence. */
interface Named {
  name: Name;
  words: Words;
}

/** Whether a word stands near both names. */
function standAlike(one: Named, other: Named): boolean {
  const near = wordsNear(other);
  return wordsNear(one).some((token) => near.some((there) => areAlike(token, there)));
}

function wordsNear({ name: { start, end }, words }: Named): Token[] {
  const content = words.tokens.filter(({ isContent }) => isContent);
  return [
    ...content.filter((token) => token.end <= start).slice(-reach),
    ...content.filter((token) => token.start >= end).slice(0, reach),
  ];
}
