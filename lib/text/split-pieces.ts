import { addPiece, type InlinePiece, textOfPieces } from "./inline-piece.ts";
import { splitSentences } from "./sentences.ts";

/** A piece and where it stands in the text of all. */
interface Placed<T> {
  piece: InlinePiece<T>;
  start: number;
  end: number;
}

/**
 * Cuts running text with markup into its sentences, each with the white space behind it; one after
 * the other they are the pieces again. What stands in one markup is not cut.
 */
export function splitPieces<T>(
  pieces: readonly InlinePiece<T>[],
  language: string | null,
): InlinePiece<T>[][] {
  const text = pieces.map(textOf).join("");
  const placed = place(pieces);
  const cuts = findGaps(text, splitSentences(text, language)).flatMap(([end, start]) => {
    if (isBetween(placed, start)) return [start];
    return isBetween(placed, end) ? [end] : [];
  });
  return [0, ...cuts].map((from, at) => slice(placed, from, cuts[at] ?? text.length));
}

function place<T>(pieces: readonly InlinePiece<T>[]): Placed<T>[] {
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += textOf(piece).length;
    return { piece, start, end };
  });
}

/** A thing without a text of its own still stands for something. */
function textOf<T>(piece: InlinePiece<T>): string {
  return textOfPieces([piece]) || (typeof piece === "string" ? "" : "\uFFFC");
}

/** Where a sentence ends and the next one starts. */
function findGaps(text: string, sentences: readonly string[]): [end: number, start: number][] {
  const gaps: [number, number][] = [];
  let end = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence, end);
    if (start > 0 && end > 0) gaps.push([end, start]);
    end = start + sentence.length;
  }
  return gaps;
}

function isBetween<T>(placed: readonly Placed<T>[], at: number): boolean {
  return placed.every(
    ({ piece, start, end }) => typeof piece === "string" || at <= start || end <= at,
  );
}

function slice<T>(placed: readonly Placed<T>[], from: number, to: number): InlinePiece<T>[] {
  const pieces: InlinePiece<T>[] = [];
  for (const { piece, start, end } of placed) {
    if (typeof piece === "string")
      addPiece(pieces, piece.slice(Math.max(from - start, 0), Math.max(to - start, 0)));
    else if (from <= start && end <= to) pieces.push(piece);
  }
  return pieces;
}
