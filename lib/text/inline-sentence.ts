import {
  flatten,
  hasLetters,
  type InlinePiece,
  nest,
  type Run,
  textOfPieces,
} from "./inline-piece.ts";
import { looksMarked, type MarkedText, readMarks, writeMarks } from "./marked-text.ts";
import { tidyRuns } from "./tidy-runs.ts";

/** How a sentence is put to a translator. */
type Wording<T> =
  /** Nothing in it is words. */
  | { kind: "none" }
  /** As one text, with marks for what is in it. */
  | { kind: "marked"; marked: MarkedText<T> }
  /** As one text without its markup, all of it in the markup that had most of the words. */
  | { kind: "bare"; path: readonly T[] }
  /** Each run of words by itself, so that each stays where it is. */
  | { kind: "apart"; runs: readonly Run<T>[] };

/**
 * A sentence with markup on its way through a translator that knows only text. Marks show whose the
 * words are; where they come back spoilt, the sentence is put again: without its markup, or, where a
 * thing or a use would be lost with it, run by run.
 */
export class InlineSentence<T> {
  readonly #pieces: readonly InlinePiece<T>[];
  readonly #hasUse: (of: T) => boolean;
  readonly #core: Core<T>;
  #wording: Wording<T>;
  #translated: readonly InlinePiece<T>[] | null = null;
  #isLeft = false;

  /** @param hasUse Whether markup does more than to give words a look, as a link does. */
  constructor(pieces: readonly InlinePiece<T>[], hasUse: (of: T) => boolean) {
    this.#pieces = pieces;
    this.#hasUse = hasUse;
    this.#core = findCore(pieces);
    const text = textOfPieces(this.#core.pieces);
    const marked = writeMarks(this.#core.pieces);
    if (!flatten(this.#core.pieces).some(({ piece }) => isWords(piece)))
      this.#wording = { kind: "none" };
    else if (marked.marked.length > 0 && looksMarked(text)) this.#wording = this.#withoutMarks();
    else this.#wording = { kind: "marked", marked };
  }

  /** What is to be translated now. */
  get texts(): readonly string[] {
    switch (this.#wording.kind) {
      case "none":
        return [];
      case "marked":
        return [this.#wording.marked.text.trim()];
      case "bare":
        return [textOfPieces(this.#core.pieces).trim()];
      case "apart":
        return this.#wording.runs.flatMap(({ piece }) => (isWords(piece) ? [piece.trim()] : []));
    }
  }

  /** Its pieces as they are to stand on the page; those that it had where nothing else is known. */
  get pieces(): readonly InlinePiece<T>[] {
    return this.#translated ?? this.#pieces;
  }

  get isTranslated(): boolean {
    return this.#translated !== null;
  }

  /** Whether some of its words could not be translated. */
  get isLeft(): boolean {
    return this.#isLeft;
  }

  /**
   * Takes the translations of its texts, null for what could not be translated. True where it is to
   * be translated once more, in other texts.
   */
  take(translations: readonly (string | null)[]): boolean {
    this.#isLeft = translations.includes(null);
    if (translations.every((text, at) => text === null || text === this.texts[at]))
      return this.#giveUpOn(translations);
    const pieces = this.#read(translations);
    if (!pieces) return this.#tryWithoutMarks();
    this.#translated = this.#core.putBack(pieces);
    return false;
  }

  /** Words that are the same in both languages are left; what failed may do better without marks. */
  #giveUpOn(translations: readonly (string | null)[]): boolean {
    return translations.includes(null) && this.#tryWithoutMarks();
  }

  #tryWithoutMarks(): boolean {
    if (this.#wording.kind !== "marked" || this.#wording.marked.marked.length === 0) return false;
    this.#wording = this.#withoutMarks();
    return true;
  }

  #withoutMarks(): Wording<T> {
    const runs = tidyRuns(flatten(this.#core.pieces));
    const hasMore = runs.some(
      ({ path, piece }) => typeof piece !== "string" || path.some((of) => this.#hasUse(of)),
    );
    if (hasMore) return { kind: "apart", runs };
    const lengthOf = ({ piece }: Run<T>) => (typeof piece === "string" ? piece.length : 0);
    const [longest] = runs.toSorted((one, other) => lengthOf(other) - lengthOf(one));
    return { kind: "bare", path: longest?.path ?? [] };
  }

  #read(translations: readonly (string | null)[]): InlinePiece<T>[] | null {
    const [first] = translations;
    switch (this.#wording.kind) {
      case "none":
        return null;
      case "marked": {
        const { marked } = this.#wording.marked;
        return marked.length === 0 ? [first ?? ""] : readMarks(first ?? "", marked);
      }
      case "bare":
        return nest([{ path: this.#wording.path, piece: first ?? "" }]);
      case "apart":
        return nest(withTranslations(this.#wording.runs, translations));
    }
  }
}

function isWords<T>(piece: Run<T>["piece"]): piece is string {
  return typeof piece === "string" && hasLetters(piece);
}

/** Runs with their words translated, and the white space that was around them. */
function withTranslations<T>(
  runs: readonly Run<T>[],
  translations: readonly (string | null)[],
): Run<T>[] {
  const left = [...translations];
  return runs.map((run) => {
    const translation = isWords(run.piece) ? left.shift() : null;
    if (typeof translation !== "string" || !isWords(run.piece)) return run;
    const [, before = "", after = ""] = /^(\s*).*?(\s*)$/su.exec(run.piece) ?? [];
    return { ...run, piece: before + translation + after };
  });
}

/** What a translator needs to see of a sentence. */
interface Core<T> {
  pieces: readonly InlinePiece<T>[];
  /** The whole again, with other pieces in the core's place. */
  putBack(pieces: readonly InlinePiece<T>[]): InlinePiece<T>[];
}

/** Leaves out what is at the ends, such as an icon or a note's number, and markup around all. */
function findCore<T>(pieces: readonly InlinePiece<T>[]): Core<T> {
  const says = (piece: InlinePiece<T>) =>
    typeof piece === "string" ? piece.trim() !== "" : hasLetters(textOfPieces([piece]));
  const from = pieces.findIndex(says);
  const to = pieces.findLastIndex(says) + 1;
  if (from < 0) return { pieces: [], putBack: () => [...pieces] };
  const core = pieces.slice(from, to);
  const [only] = core;
  const around = (inner: readonly InlinePiece<T>[]) => [
    ...pieces.slice(0, from),
    ...spaced(inner, core),
    ...pieces.slice(to),
  ];
  if (core.length > 1 || typeof only !== "object" || only.kind === "thing")
    return { pieces: core, putBack: around };
  const within = findCore(only.inner);
  return {
    pieces: within.pieces,
    putBack: (inner) => around([{ ...only, inner: within.putBack(inner) }]),
  };
}

/** Pieces with the white space at the ends of those whose place they take. */
function spaced<T>(
  pieces: readonly InlinePiece<T>[],
  like: readonly InlinePiece<T>[],
): InlinePiece<T>[] {
  const [first, last] = [like[0], like.at(-1)];
  const before = typeof first === "string" ? /^\s*/u.exec(first)?.[0] : "";
  const after = typeof last === "string" ? /\s*$/u.exec(last)?.[0] : "";
  return [before ?? "", ...pieces, after ?? ""].filter((piece) => piece !== "");
}
