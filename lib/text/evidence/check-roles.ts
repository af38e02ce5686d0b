import { anchorsOf, movesWithPreposition, saysAll, type Anchor, type Pair } from "./anchors.ts";
import { differs } from "./check-negation.ts";
import type { Evidence } from "./choose-evidence.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import { isLikeVerb } from "./is-like-verb.ts";
import type { PageIndex } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";
import { isAlike, isTurned, symmetricVerbs } from "./voice.ts";

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
  return isAlike(isTurned, verb, pair) && isBetweenSwapped(anchors, at, pair);
}

function mayAct({ token, place, last }: Anchor, { sentence, there, language }: Pair): boolean {
  if (place !== last || symmetricVerbs.has(token.stem)) return false;
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
