/**
 * A piece of running text: words, or something that stands among them. `of` is whatever stands for
 * it, such as an element of a page.
 */
export type InlinePiece<T> = string | Markup<T> | Thing<T>;

/** What has words in it and gives them a look or a use: bold, a link. */
export interface Markup<T> {
  kind: "markup";
  of: T;
  inner: readonly InlinePiece<T>[];
}

/** What stands in a sentence as it is: code, a picture, the number of a note. */
export interface Thing<T> {
  kind: "thing";
  of: T;
  /** Its text, which is part of the sentence's sense and is never changed. */
  text: string;
}

/** Words, or a thing, with all the markup that is around it, the outermost first. */
export interface Run<T> {
  path: readonly T[];
  piece: string | Thing<T>;
}

/** The pieces' words and things in their order. */
export function flatten<T>(pieces: readonly InlinePiece<T>[], path: readonly T[] = []): Run<T>[] {
  return pieces.flatMap((piece) =>
    typeof piece === "string" || piece.kind === "thing"
      ? [{ path, piece }]
      : flatten(piece.inner, [...path, piece.of]),
  );
}

/** Runs put back into the markup around them; neighbours in the same markup share it. */
export function nest<T>(runs: readonly Run<T>[]): InlinePiece<T>[] {
  const pieces: InlinePiece<T>[] = [];
  for (let from = 0, to = 1; from < runs.length; from = to++) {
    const { path, piece } = runs[from] ?? { path: [], piece: "" };
    const [outer] = path;
    if (outer === undefined) {
      addPiece(pieces, piece);
      continue;
    }
    while (runs[to]?.path[0] === outer) to++;
    const within = runs.slice(from, to).map(({ path, piece }) => ({ path: path.slice(1), piece }));
    pieces.push({ kind: "markup", of: outer, inner: nest(within) });
  }
  return pieces;
}

/** Adds a piece at the end, words to the words before them. */
export function addPiece<T>(pieces: InlinePiece<T>[], piece: InlinePiece<T>): void {
  const last = pieces.at(-1);
  if (typeof last === "string" && typeof piece === "string")
    pieces[pieces.length - 1] = last + piece;
  else if (piece !== "") pieces.push(piece);
}

/** All that the pieces say. */
export function textOfPieces<T>(pieces: readonly InlinePiece<T>[]): string {
  return flatten(pieces)
    .map(({ piece }) => (typeof piece === "string" ? piece : piece.text))
    .join("");
}

/** Whether a text has a letter of any script; numbers and signs are the same in every language. */
export function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text);
}
