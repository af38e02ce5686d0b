import { countryNames } from "./countries.ts";
import type { PageIndex } from "./page-index.ts";
import type { Name } from "./read-names.ts";
import { stemOf } from "./stem.ts";

/** Whether a page has a name: all its words, and together somewhere, or its initials. */
export function isNamed({ words, text }: Name, page: PageIndex): boolean {
  const initials = (text.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("").toLowerCase();
  if (words.length > 1 && (page.words.has(initials) || hasAlias(words.join("-"), page)))
    return true;
  const places = words.map((word) => placesOf(word, page));
  if (places.some((place) => place === null)) return false;
  const listed = places.filter((place) => place !== null && place !== "anywhere");
  const [first, ...others] = listed;
  if (!first || others.length === 0) return true;
  return first.some((index) =>
    others.every((other) => other.some((at) => Math.abs(at - index) <= 1)),
  );
}

/** The sentences that have a word of a name; null for none. */
function placesOf(word: string, page: PageIndex): readonly number[] | "anywhere" | null {
  const stem = stemOf(word, page.language);
  const places = page.postings.get(stem) ?? page.postings.get(stem.replace(/s$/, ""));
  if (places) return places;
  if (page.words.has(word) || page.initials.has(word) || hasAlias(word, page)) return "anywhere";
  return isInflected(word, page) ? "anywhere" : null;
}

function hasAlias(name: string, { words }: PageIndex): boolean {
  return countryNames(name).some((alias) => alias.split("-").every((word) => words.has(word)));
}

/** "Italian" and "Italy", "Hamburger" and "Hamburg", "Asian" and "Asia". */
function isInflected(word: string, { words }: PageIndex): boolean {
  for (const other of words) if (areInflected(word, other)) return true;
  return false;
}

/** What turns the name of a place into that of its people, in several languages. */
const peoples =
  /^(?:s|n|ns|i|is|ans?|ians?|eans?|ish|ese|ers?|ic|isch(?:e[nrs]?)?|ais(?:es?)?|ois(?:es?)?|ien(?:ne)?s?|eñ[oa]s?|an[oa]s?|és)$/;

function areInflected(one: string, other: string): boolean {
  return isOfPlace(one, other) || isOfPlace(other, one);
}

/** "Italian" of "Italy": the name, perhaps without its last vowels, and an ending. */
function isOfPlace(people: string, place: string): boolean {
  if (place.length < 4 || people.length < 4) return false;
  return [place, place.replace(/[aeiouy]{1,2}$/, "")].some(
    (base) => people.startsWith(base) && peoples.test(people.slice(base.length)),
  );
}

/** Whether some words of the page are the last, or the only, of a name. */
export function namesTogether({ words }: Name, others: readonly string[]): boolean {
  const has = (all: readonly string[], word: string) => all.some((one) => areAlike(one, word));
  return words.every((word) => has(others, word)) || others.every((word) => has(words, word));
}

function areAlike(one: string, other: string): boolean {
  return one === other || areInflected(one, other) || countryNames(one).includes(other);
}
