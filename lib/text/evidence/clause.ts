import type { Token } from "./evidence-tokens.ts";

/** A text and its words. */
export interface Words {
  text: string;
  tokens: readonly Token[];
}

/** Begins a clause that may say the contrary, in several languages. */
const but = /^(?:but|although|though|while|whereas|aber|sondern|mais|pero|sino|ma|mas|maar)$/;

/** The words beside one that belong to its clause: at most so many before and after it. */
export function clauseAround(
  { text, tokens }: Words,
  token: Token,
  reach: { before: number; after: number },
): Token[] {
  const at = tokens.indexOf(token);
  const joins = (from: Token | undefined, to: Token | undefined) =>
    from !== undefined &&
    to !== undefined &&
    !but.test(to.word) &&
    !/[,;:.!?()–—]/.test(text.slice(from.end, to.start));
  let first = at;
  while (first > 0 && at - first < reach.before && joins(tokens[first - 1], tokens[first]))
    first -= 1;
  let last = at;
  while (last - at < reach.after && joins(tokens[last], tokens[last + 1])) last += 1;
  return tokens.slice(first, last + 1);
}

/** The first word with a sense of its own after one, in the same clause and near. */
export function nextContent(words: Words, token: Token): Token | undefined {
  const after = clauseAround(words, token, { before: 0, after: 4 });
  return after.slice(1).find(({ isContent }) => isContent);
}
