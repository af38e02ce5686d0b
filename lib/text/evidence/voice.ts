import { baseLanguage } from "../abbreviations.ts";
import type { Anchor, Pair } from "./anchors.ts";
import { clauseAround, type Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";

/** Words beside a passive verb: what it is joined with before it, and the one that acts. */
const passive: Readonly<Record<string, readonly [string, string]>> = {
  en: ["is are was were be been being", "by"],
  de: ["wird werden wurde wurden worden", "von vom durch"],
  fr: ["", "par"],
  es: ["", "por"],
  it: ["viene vengono", "da dal dalla dallo dai dalle dagli"],
  pt: ["", "por pelo pela pelos pelas"],
  nl: ["wordt worden werd werden", "door"],
};

/** Words right after a verb that turn who does what to whom: "bought from", "the firm that". */
const turns: Readonly<Record<string, string>> = {
  en: "from to who which that",
  de: "der die das den dem",
  fr: "que qui de du à au",
  es: "que de del",
  it: "che di del",
  pt: "que de do",
  nl: "die dat aan",
};

/** What two do to each other, or what is done to either; stems. */
export const symmetricVerbs = new Set([
  "meet",
  "marr",
  "join",
  "play",
  "merg",
  "agre",
  "talk",
  "offer",
]);

const has = (words: string | undefined, { word }: Token) =>
  words?.split(" ").includes(word) ?? false;

/** Whether the one that acts stands after a verb, or is not told. */
export function isPassive(words: Words, verb: Token, language: string | null): boolean {
  const [joined, agents] = passive[baseLanguage(language) ?? "en"] ?? [];
  const before = clauseAround(words, verb, { before: 3, after: 0 });
  const around = clauseAround(words, verb, { before: 6, after: 6 });
  return (
    around.some((token) => has(agents, token) && !isAmount(words, token)) ||
    (!verb.word.endsWith("ing") && before.some((token) => has(joined, token)))
  );
}

/** "Cut by 19 kilometres" names no one that acts. */
function isAmount({ text }: Words, { end }: Token): boolean {
  return /^ [\d£$€]/.test(text.slice(end, end + 2));
}

/** Words between a passive verb and the one that acts, at most. */
const farthestAgent = 7;

/** The first word of the one that acts where it is told after a passive verb. */
export function agentAfter(words: Words, verb: Token, language: string | null): Token | undefined {
  const { tokens } = words;
  const [joined, agents] = passive[baseLanguage(language) ?? "en"] ?? [];
  const at = tokens.indexOf(verb);
  const isJoined = tokens.slice(Math.max(0, at - 3), at).some((token) => has(joined, token));
  const after = clauseAround(words, verb, { before: 0, after: isJoined ? farthestAgent : 1 });
  const mark = after.slice(1).find((token) => has(agents, token) && !isAmount(words, token));
  return mark && tokens[tokens.indexOf(mark) + 1];
}

/** Whether the one that acts may stand after a verb, and the other before it. */
export function isTurned(words: Words, verb: Token, language: string | null): boolean {
  const at = words.tokens.indexOf(verb);
  const turned = turns[baseLanguage(language) ?? "en"];
  return (
    isPassive(words, verb, language) ||
    has(turned, words.tokens[at + 1] ?? verb) ||
    isOfMovedObject(words, at)
  );
}

/** "The bill which A signed": the object stands before the one that acts. */
function isOfMovedObject({ tokens }: Words, at: number): boolean {
  const [relative, subject] = [tokens[at - 2], tokens[at - 1]];
  return subject?.isContent === true && /^(?:which|that|whom|que)$/.test(relative?.word ?? "");
}

/** Whether a test says the same of a verb in both sentences. */
export function isAlike(
  test: typeof isTurned,
  { token, place }: Anchor,
  { sentence, there, language }: Pair,
): boolean {
  return test(sentence, token, language) === test(there, place, language);
}
