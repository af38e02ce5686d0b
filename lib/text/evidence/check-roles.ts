import { baseLanguage } from "../abbreviations.ts";
import { differs } from "./check-negation.ts";
import type { Evidence, Match, Support } from "./choose-evidence.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageIndex } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";

/** "B sued A" where the page says that A sued B. */
export function checkRoles(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  for (const support of strongSupports(sentence, evidence)) {
    const swapped = swappedIn(sentence, support, page.language);
    if (swapped) return [differs("order", swapped.token, { support, place: swapped.place })];
  }
  return [];
}

/** A word of the sentence that the page's sentence says once. */
interface Anchor {
  token: Token;
  place: Token;
}

/** The verb between two words that stand on its other sides in the page's sentence. */
function swappedIn(
  sentence: ReadSentence,
  { sentence: there, matches }: Support,
  language: string | null,
): Anchor | null {
  const isFigure = ({ start, end }: Token) =>
    sentence.figures.some((figure) => figure.start < end && start < figure.end);
  const anchors = matches.flatMap(anchorOf).filter(({ token }) => !isFigure(token));
  for (const [at, verb] of anchors.entries()) {
    const left = anchors[at - 1];
    const right = anchors[at + 1];
    if (!left || !right || !mayAct(verb.token, sentence)) continue;
    if (!mayAct(verb.place, there)) continue;
    if (!isSwapped({ left, verb, right })) continue;
    if (!areNear(left, verb, right) || symmetric.has(verb.token.stem)) continue;
    if (isTurned(sentence, verb.token, language) !== isTurned(there, verb.place, language))
      continue;
    return verb;
  }
  return null;
}

function anchorOf({ token, places, likeness }: Match): Anchor[] {
  const [place, second] = places;
  return place && !second && likeness === 1 ? [{ token, place }] : [];
}

/** A verb has no capital, nor digits, and no article before it. */
function mayAct(token: Token, { text, tokens }: Pick<ReadSentence, "text" | "tokens">): boolean {
  const before = tokens[tokens.indexOf(token) - 1]?.word ?? "";
  return (
    /^\p{Ll}+$/u.test(text.slice(token.start, token.end)) &&
    !/^(?:an?|the|its|his|her|their|of|in|on|for|with|une?|l[aeo]s?|des?|du|del|einen?|de[nmr]|die|das)$/.test(
      before,
    )
  );
}

function isSwapped({ left, verb, right }: Record<"left" | "verb" | "right", Anchor>): boolean {
  return right.place.end <= verb.place.start && verb.place.end <= left.place.start;
}

/** Characters between the three words; farther ones belong to other verbs. */
const farthest = 60;

function areNear(left: Anchor, verb: Anchor, right: Anchor): boolean {
  const spread = (one: Token, other: Token) => Math.abs(one.start - other.start);
  return (
    spread(left.token, verb.token) <= farthest &&
    spread(verb.token, right.token) <= farthest &&
    spread(left.place, verb.place) <= farthest &&
    spread(verb.place, right.place) <= farthest
  );
}

/** Words by which the one that acts comes after the verb. */
const agents: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([
    "by",
    "from",
    "to",
    "who",
    "which",
    "that",
    "for",
    "with",
    "of",
    "in",
    "on",
    "at",
    "into",
  ]),
  de: new Set(["von", "vom", "durch", "der", "die", "das", "den"]),
  fr: new Set(["par", "que", "qui", "de", "du"]),
  es: new Set(["por", "que", "de", "del"]),
};

function isTurned(
  { tokens }: { tokens: readonly Token[] },
  verb: Token,
  language: string | null,
): boolean {
  const words = agents[baseLanguage(language) ?? "en"];
  const at = tokens.indexOf(verb);
  return tokens.slice(at + 1, at + 3).some(({ word }) => words?.has(word) ?? false);
}

/** What two do to each other; stems. */
const symmetric = new Set(["meet", "marr", "join", "play", "merg", "agree", "agre", "talk", "and"]);
