import { clauseAround, nextContent, type Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PolarityWords } from "./polarity-words.ts";

/** A word that denies others, and the words with a sense of their own that it denies, in order. */
export interface Denial {
  negator: Token;
  scope: readonly Token[];
}

/** What a sentence says is not so: "not", and "refused to" and the like. */
export function denialsIn(sentence: Words, words: PolarityWords): Denial[] {
  return sentence.tokens.flatMap((negator): Denial[] => {
    if (!words.negators.has(negator.word) && !refuses(negator, sentence, words)) return [];
    const after = clauseAround(sentence, negator, { before: 0, after: reach });
    const scope = after.slice(1).filter(({ isContent, word }) => isContent && !light.has(word));
    return nextContent(sentence, negator) ? [{ negator, scope }] : [];
  });
}

/** Words after "not" that it may still deny. */
const reach = 8;

/** Stand between "not" and what it denies: "no need to", "no longer". */
const light = new Set(["need", "needs", "needed", "necessary", "longer"]);

function refuses(token: Token, { tokens }: Words, words: PolarityWords): boolean {
  if (!words.refusers.has(token.word)) return false;
  return words.infinitiveMarks.has(tokens[tokens.indexOf(token) + 1]?.word ?? "");
}
