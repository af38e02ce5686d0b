import { differs } from "./check-negation.ts";
import type { Evidence, Support } from "./choose-evidence.ts";
import type { Words } from "./clause.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import { isLikeVerb } from "./is-like-verb.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";
import { hasAgent, isPassive, isTurned } from "./voice.ts";

/** "B sued A" where the page says that A sued B. */
export function checkRoles(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  for (const support of strongSupports(sentence, evidence)) {
    const pair = { sentence, there: support.sentence, language: page.language };
    const anchors = anchorsOf(sentence, support);
    const swapped = anchors.find(
      (verb, at) =>
        mayAct(verb, pair) &&
        ((isBetweenSwapped(anchors, at, sentence) && isAlike(isTurned, verb, pair)) ||
          (hasOtherSubject(verb, pair) && isAlike(isPassive, verb, pair)) ||
          (isBetweenSame(anchors, at) && isOnlyOnePassive(verb, pair))),
    );
    if (swapped) return [differs("order", swapped.token, { support, place: swapped.place })];
  }
  return [];
}

/** A word of the sentence that the page's sentence says once. */
interface Anchor {
  token: Token;
  place: Token;
}

/** A sentence, and one of the page. */
interface Pair {
  sentence: ReadSentence;
  there: PageSentence;
  language: string | null;
}

function anchorsOf(sentence: ReadSentence, { matches }: Support): Anchor[] {
  return matches.flatMap(({ token, places: [place, second], likeness }) =>
    place && !second && likeness === 1 && !isFigure(token, sentence) ? [{ token, place }] : [],
  );
}

function isFigure({ start, end }: Token, { figures }: Pick<ReadSentence, "figures">): boolean {
  return figures.some((figure) => figure.start < end && start < figure.end);
}

/** What two do to each other; stems. */
const symmetric = new Set(["meet", "marr", "join", "play", "merg", "agre", "talk"]);

function mayAct({ token, place }: Anchor, { sentence, there, language }: Pair): boolean {
  if (symmetric.has(token.stem)) return false;
  return isLikeVerb(sentence, token, language) && isLikeVerb(there, place, language);
}

/** Whether both sentences are active, or both passive. */
function isAlike(
  test: typeof isTurned,
  { token, place }: Anchor,
  { sentence, there, language }: Pair,
): boolean {
  return test(sentence, token, language) === test(there, place, language);
}

/** Characters between a verb and what belongs to it; farther words belong to other verbs. */
const farthest = 60;

/** Whether two words on the sides of a verb stand on its other sides in the page's sentence. */
function isBetweenSwapped(anchors: readonly Anchor[], at: number, sentence: ReadSentence): boolean {
  const verb = anchors[at];
  if (!verb) return false;
  const said = sentence.content.filter((token) => !isFigure(token, sentence));
  // where the page says every word, none belongs to anything else
  const isWhole = anchors.length === said.length;
  const isNear = ({ token, place }: Anchor) =>
    Math.abs(token.start - verb.token.start) <= farthest &&
    (isWhole || Math.abs(place.start - verb.place.start) <= farthest);
  return (
    anchors.slice(0, at).some((left) => verb.place.end <= left.place.start && isNear(left)) &&
    anchors.slice(at + 1).some((right) => right.place.end <= verb.place.start && isNear(right))
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
  const subject = contentBefore(there, place);
  if (!own || !subject || isFigure(own, sentence) || isFigure(subject, there)) return false;
  if (there.tokens.some(({ stem }) => stem === own.stem)) return false;
  const after = sentence.content.slice(sentence.content.indexOf(token) + 1);
  return after.some(({ stem }) => stem === subject.stem);
}

/** The last word with a sense of its own before a verb, with no more than auxiliaries between. */
function contentBefore({ tokens }: Words, verb: Token): Token | undefined {
  const at = tokens.indexOf(verb);
  return tokens.slice(Math.max(0, at - 3), at).findLast(({ isContent }) => isContent);
}
