import type { Support } from "./choose-evidence.ts";
import type { Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageSentence } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** A word of the sentence, and where the page's sentence says it. */
export interface Anchor {
  token: Token;
  /** The first place. */
  place: Token;
  /** The same where it is said once. */
  last: Token;
}

/** A sentence, and one of the page. */
export interface Pair {
  sentence: ReadSentence;
  there: PageSentence;
  language: string | null;
}

/** The words that a sentence shares with one of the page, in order, without figures. */
export function anchorsOf(sentence: ReadSentence, { matches }: Support): Anchor[] {
  return matches.flatMap(({ token, places, likeness }) => {
    const [place] = places;
    const last = places.at(-1);
    const isSaid = place && last && likeness === 1 && !isFigure(token, sentence);
    return isSaid ? [{ token, place, last }] : [];
  });
}

/** Whether a word belongs to a number, an amount or a date. */
export function isFigure(
  { start, end }: Token,
  { figures }: Pick<ReadSentence, "figures">,
): boolean {
  return figures.some((figure) => figure.start < end && start < figure.end);
}

/** Whether anchors are all that a sentence says, figures aside. */
export function saysAll(anchors: readonly Anchor[], sentence: ReadSentence): boolean {
  return anchors.length === sentence.content.filter((token) => !isFigure(token, sentence)).length;
}

/** "In Berlin prices rose" says what "prices rose in Berlin" does: "in" moved with the word. */
export function movesWithPreposition({ token, place }: Anchor, { sentence, there }: Pair): boolean {
  const before = prepositionBefore(sentence, token);
  return before !== undefined && before === prepositionBefore(there, place);
}

const prepositions =
  /^(?:at|after|before|during|for|from|in|into|near|on|over|since|under|with|an|am|auf|aus|bei|beim|für|im|mit|nach|seit|vor|zu|zum|zur|à|au|aux|avec|chez|dans|en|pour|sur|con|desde|para|sobre|nel|nella|per|su|com|em|na|no|nas|nos|bij|met|naar|op|uit|voor)$/;

function prepositionBefore({ tokens }: Words, token: Token): string | undefined {
  const at = tokens.indexOf(token);
  return tokens
    .slice(Math.max(0, at - 2), at)
    .map(({ word }) => word)
    .findLast((word) => prepositions.test(word));
}
