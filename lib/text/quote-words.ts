import { joinWords } from "./join-words.ts";

/** A piece of a quotation. */
export interface QuotePiece {
  text: string;
  /** Whether it is among the words that the quotation is for. */
  isMeant: boolean;
}

/** Characters kept around the words, so that they can be understood. */
const contextChars = 140;

/**
 * A text around some of its words, in pieces; what is far from them is left out at both ends. A text
 * without such words is quoted from its beginning.
 *
 * @param words Stretches of `text` in UTF-16 units, in any order; they may overlap.
 */
export function quoteWords(
  text: string,
  words: readonly { start: number; end: number }[],
): QuotePiece[] {
  const inside = words.filter(({ start, end }) => start < end && end <= text.length);
  const meant = joinWords(text, inside);
  const from = cutBefore(text, (meant[0]?.start ?? 0) - contextChars);
  const to = cutAfter(text, (meant.at(-1)?.end ?? contextChars) + contextChars);
  const pieces: QuotePiece[] = [];
  let at = from;
  for (const { start, end } of meant) {
    pieces.push({ text: text.slice(at, start), isMeant: false });
    pieces.push({ text: text.slice(start, end), isMeant: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to), isMeant: false });
  if (from > 0) pieces.unshift({ text: "… ", isMeant: false });
  if (to < text.length) pieces.push({ text: " …", isMeant: false });
  return pieces.filter(({ text }) => text !== "");
}

/** The nearest beginning of a word before a place. */
function cutBefore(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf(" ", at) + 1;
}

/** The nearest end of a word after a place. */
function cutAfter(text: string, at: number): number {
  const end = text.indexOf(" ", at);
  return end < 0 ? text.length : end;
}
