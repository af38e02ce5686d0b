import type { Support } from "./choose-evidence.ts";
import { contextLikeness } from "./context.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { namesTogether } from "./named-on-page.ts";
import { namesOnPage, type Name } from "./read-names.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { stemOf } from "./stem.ts";

/** How well the words around another name must fit, and how much better than around the same. */
const leastLikeness = 0.4;
const leastAdvantage = 0.3;

/** The name that has on the page the words around it that another has in a sentence. */
export function namedInstead(
  name: Name,
  { sentence, names }: { sentence: ReadSentence; names: readonly Name[] },
  { supports, page }: { supports: readonly Support[]; page: PageIndex },
): { name: Name; passage: number } | null {
  const likeness = (there: PageSentence, span: Name, beside: readonly PageSentence[]) =>
    contextLikeness(sentence, name, { sentence: there, span, beside });
  const isOwn = ({ words }: Name) => names.some((own) => namesTogether(own, words));
  for (const { sentence: there } of supports) {
    const others = namesOnPage(there, page);
    if (others.some(({ words }) => namesTogether(name, words))) continue;
    for (const other of others) {
      const fit = isOwn(other) ? 0 : likeness(there, other, []);
      if (fit < leastLikeness) continue;
      const same = placesOf(name, page);
      if (same.length === 0) continue;
      if (same.some(({ words }) => words.some((word) => other.words.includes(word)))) continue;
      const best = Math.max(...same.map(({ at, beside, place }) => likeness(at, place, beside)));
      if (fit >= best + leastAdvantage) return { name: other, passage: there.passage };
    }
  }
  return null;
}

/** Where a page has a name, or a part of it, and in which whole name. */
function placesOf({ words }: Name, page: PageIndex) {
  const { postings, sentences, language } = page;
  const indices = new Set(words.flatMap((word) => postings.get(stemOf(word, language)) ?? []));
  return [...indices].flatMap((index) => {
    const beside = sentences.slice(Math.max(0, index - 1), index + 2);
    return sentences.slice(index, index + 1).flatMap((at) =>
      namesOnPage(at, page)
        .filter((place) => place.words.some((word) => words.includes(word)))
        .map((place) => ({ at, beside, place, words: place.words })),
    );
  });
}
