import {
  anchorsOf,
  isFigure,
  movesWithPreposition,
  saysAll,
  type Anchor,
  type Pair,
} from "./anchors.ts";
import { differs } from "./check-negation.ts";
import type { Evidence } from "./choose-evidence.ts";
import type { Words } from "./clause.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import { isLikeVerb } from "./is-like-verb.ts";
import type { PageIndex } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";
import { hasAgent, isAlike, isPassive, isTurned } from "./voice.ts";

/** "B sued A" where the page says that A sued B. */
export function checkRoles(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  for (const support of strongSupports(sentence, evidence)) {
    const pair = { sentence, there: support.sentence, language: page.language };
    const anchors = anchorsOf(sentence, support);
    const swapped = anchors.find((_, at) => isSwapped(anchors, at, pair));
    if (swapped) return [differs("order", swapped.token, { support, place: swapped.place })];
  }
  return [];
}

/** Whether a verb joins two words the other way round than the page does. */
function isSwapped(anchors: readonly Anchor[], at: number, pair: Pair): boolean {
  const verb = anchors[at];
  if (!verb || !mayAct(verb, pair)) return false;
  if (isAlike(isTurned, verb, pair) && isBetweenSwapped(anchors, at, pair)) return true;
  if (isAlike(isPassive, verb, pair)) return hasOtherSubject(verb, pair);
  return isBetweenSame(anchors, at) && isOnlyOnePassive(verb, pair);
}

/** What two do to each other; stems. */
const symmetric = new Set(["meet", "marr", "join", "play", "merg", "agre", "talk"]);

function mayAct({ token, place, last }: Anchor, { sentence, there, language }: Pair): boolean {
  if (place !== last || symmetric.has(token.stem)) return false;
  return isLikeVerb(sentence, token, language) && isLikeVerb(there, place, language);
}

/** Characters between a verb and what belongs to it; farther words belong to other verbs. */
const farthest = 120;

/** Whether two words on the sides of a verb stand on its other sides in the page's sentence. */
function isBetweenSwapped(anchors: readonly Anchor[], at: number, pair: Pair): boolean {
  const verb = anchors[at];
  if (!verb) return false;
  // where the page says every word, none belongs to anything else
  const isWhole = saysAll(anchors, pair.sentence);
  const mayBelong = (anchor: Anchor, place: Token) =>
    Math.abs(anchor.token.start - verb.token.start) <= farthest &&
    (isWhole || Math.abs(place.start - verb.place.start) <= farthest) &&
    !movesWithPreposition(anchor, pair);
  return (
    anchors
      .slice(0, at)
      .some((left) => verb.place.end <= left.place.start && mayBelong(left, left.place)) &&
    anchors
      .slice(at + 1)
      .some((right) => right.last.end <= verb.place.start && mayBelong(right, right.last))
  );
}

/** Whether the words next to a verb stand on the same sides of it in the page's sentence. */
function isBetweenSame(anchors: readonly Anchor[], at: number): boolean {
  const [left, verb, right] = [anchors[at - 1], anchors[at], anchors[at + 1]];
  if (!left || !verb || !right) return false;
  const [before, after] = [verb.place.start - left.place.end, right.place.start - verb.place.end];
  return before >= 0 && after >= 0 && before <= farthest && after <= farthest;
}

/** "A was urged by B" where the page says that A urged B. */
function isOnlyOnePassive({ token, place }: Anchor, { sentence, there, language }: Pair): boolean {
  const sides = [hasAgent(sentence, token, language), hasAgent(there, place, language)];
  const passives = [isPassive(sentence, token, language), isPassive(there, place, language)];
  return (
    (sides[0] === true && passives[1] === false) || (sides[1] === true && passives[0] === false)
  );
}

/** "B complained to A" where the page says that A complained. */
function hasOtherSubject({ token, place }: Anchor, { sentence, there }: Pair): boolean {
  const own = contentBefore(sentence, token);
  if (!own || isFigure(own, sentence) || there.tokens.some(({ stem }) => stem === own.stem))
    return false;
  const after = sentence.content.slice(sentence.content.indexOf(token) + 1);
  return [contentBefore(there, place), nameBefore(there, place)].some(
    (subject) =>
      subject !== undefined &&
      !isFigure(subject, there) &&
      after.some(({ stem }) => stem === subject.stem),
  );
}

/** The last word with a sense of its own before a verb, with no more than auxiliaries between. */
function contentBefore({ tokens }: Words, verb: Token): Token | undefined {
  const at = tokens.indexOf(verb);
  return tokens.slice(Math.max(0, at - 3), at).findLast(({ isContent }) => isContent);
}

/** The last word with a capital before a verb. */
function nameBefore({ text, tokens }: Words, verb: Token): Token | undefined {
  return tokens
    .slice(0, tokens.indexOf(verb))
    .findLast(({ start, isContent }) => isContent && /^\p{Lu}/u.test(text.slice(start)));
}
