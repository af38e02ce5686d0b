import type { PageIndex } from "./page-index.ts";
import type { Name } from "./read-names.ts";
import { stemOf } from "./stem.ts";

/** Ways to write the same country, each a row; English adjectives that share too few letters. */
const rows =
  "us usa america american united-states, uk britain british united-kingdom great-britain, france french, spain spanish, " +
  "netherlands dutch holland, greece greek, denmark danish danes, switzerland swiss, poland polish poles, wales welsh, " +
  "ireland irish, sweden swedish swedes, finland finnish finns, norway norwegian, turkey turkish turkiye turks, " +
  "germany german germans, china chinese, eu european-union europe european, un united-nations, russia russian, " +
  "london capital, thailand thai, iraq iraqi, israel israeli, ukraine ukrainian, england english, scotland scottish scots, " +
  "deutschland deutsche deutschen deutscher, frankreich französisch, espagne espagnol, allemagne allemand";

const aliases = new Map<string, readonly string[]>(
  rows.split(", ").flatMap((row) => {
    const words = row.split(" ");
    return words.map((word): [string, readonly string[]] => [word, words]);
  }),
);

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
  return (aliases.get(name) ?? []).some((alias) =>
    alias.split("-").every((word) => words.has(word)),
  );
}

/** "Italian" and "Italy", "Hamburger" and "Hamburg": a long beginning in common. */
function isInflected(word: string, { words }: PageIndex): boolean {
  if (word.length < 5) return false;
  const beginning = word.slice(0, Math.max(4, word.length - 3));
  for (const other of words)
    if (other.startsWith(beginning) && Math.abs(other.length - word.length) <= 4) return true;
  return false;
}

/** Whether some words of the page are the last, or the only, of a name. */
export function namesTogether({ words }: Name, others: readonly string[]): boolean {
  return (
    words.every((word) => others.includes(word)) || others.every((word) => words.includes(word))
  );
}
