import { flatten, type InlinePiece, type Markup, type Run, type Thing } from "./inline-piece.ts";
import { tidyRuns } from "./tidy-runs.ts";

/**
 * A sentence for a translator that knows only text: `<1> … </1>` stands for markup and `<2/>` for a
 * thing. Spaces within the marks belong to them, so that words stand alone.
 */
export interface MarkedText<T> {
  text: string;
  /** What the marks stand for, from number 1 on. */
  marked: readonly Marked<T>[];
}

interface Marked<T> {
  /** The number of the markup that is around it; 0 where there is none. */
  within: number;
  what: { kind: "markup"; of: T } | Thing<T>;
}

const mark = /<\s*(\/?)\s*(\d{1,4})\s*(\/?)\s*>/g;

/** Whether a text has in itself what could be taken for a mark. */
export function looksMarked(text: string): boolean {
  return text.search(mark) >= 0;
}

/** A marked text's words alone. */
export function dropMarks(text: string): string {
  return text.replace(mark, " ");
}

/** Pieces as text with marks. */
export function writeMarks<T>(pieces: readonly InlinePiece<T>[]): MarkedText<T> {
  const writer = new MarkWriter<T>();
  for (const run of tidyRuns(flatten(pieces))) writer.write(run);
  return writer.finish();
}

class MarkWriter<T> {
  #text = "";
  readonly #marked: Marked<T>[] = [];
  /** Markup that is open, the outermost first. */
  readonly #open: { number: number; of: T }[] = [];

  write({ path, piece }: Run<T>): void {
    let shared = 0;
    while (shared < this.#open.length && this.#open[shared]?.of === path[shared]) shared++;
    while (this.#open.length > shared) this.#close();
    for (const of of path.slice(shared)) {
      const number = this.#number({ kind: "markup", of });
      this.#open.push({ number, of });
      this.#text += `<${number}> `;
    }
    this.#text += typeof piece === "string" ? piece : `<${this.#number(piece)}/>`;
  }

  finish(): MarkedText<T> {
    while (this.#open.length > 0) this.#close();
    return { text: this.#text, marked: this.#marked };
  }

  #number(what: Marked<T>["what"]): number {
    return this.#marked.push({ within: this.#open.at(-1)?.number ?? 0, what });
  }

  #close(): void {
    this.#text += ` </${this.#open.pop()?.number}>`;
  }
}

/**
 * The pieces that a translation of a marked text is of; null where a mark is lost, doubled, in other
 * markup than before or without words, since then nobody can tell which words are whose.
 */
export function readMarks<T>(
  translation: string,
  marked: readonly Marked<T>[],
): InlinePiece<T>[] | null {
  const reader = new MarkReader(marked);
  let from = 0;
  for (const found of translation.matchAll(mark)) {
    const [whole, isEnd, digits, isThing] = found;
    reader.addWords(translation.slice(from, found.index));
    from = found.index + whole.length;
    const kind = isEnd ? "end" : isThing ? "thing" : "start";
    if ((isEnd && isThing) || !reader.addMark(kind, Number(digits))) return null;
  }
  reader.addWords(translation.slice(from));
  return reader.finish();
}

/** Markup that is being read. */
interface Level<T> {
  number: number;
  pieces: InlinePiece<T>[];
}

class MarkReader<T> {
  readonly #marked: readonly Marked<T>[];
  readonly #levels: Level<T>[] = [];
  #level: Level<T> = { number: 0, pieces: [] };
  readonly #seen = new Set<number>();

  constructor(marked: readonly Marked<T>[]) {
    this.#marked = marked;
  }

  addWords(words: string): void {
    const isFirst = this.#level.number > 0 && this.#level.pieces.length === 0;
    const kept = isFirst ? words.trimStart() : words;
    if (kept !== "") this.#level.pieces.push(kept);
  }

  /** False where the mark cannot stand here. */
  addMark(kind: "start" | "end" | "thing", number: number): boolean {
    if (kind === "end") return number > 0 && number === this.#level.number && this.#close();
    const { within, what } = this.#marked[number - 1] ?? {};
    if (what === undefined || within !== this.#level.number || this.#seen.has(number)) return false;
    if ((kind === "thing") !== (what.kind === "thing")) return false;
    this.#seen.add(number);
    if (what.kind === "thing") this.#level.pieces.push(what);
    else {
      this.#levels.push(this.#level);
      this.#level = { number, pieces: [] };
    }
    return true;
  }

  finish(): InlinePiece<T>[] | null {
    const isWhole = this.#level.number === 0 && this.#seen.size === this.#marked.length;
    return isWhole ? this.#level.pieces : null;
  }

  #close(): boolean {
    const { number, pieces } = this.#level;
    const what = this.#marked[number - 1]?.what;
    const outer = this.#levels.pop();
    if (what?.kind !== "markup" || !outer) return false;
    const last = pieces.at(-1);
    if (typeof last === "string") pieces[pieces.length - 1] = last.trimEnd();
    const inner = pieces.filter((piece) => piece !== "");
    if (inner.length === 0) return false;
    const markup: Markup<T> = { kind: "markup", of: what.of, inner };
    outer.pieces.push(markup);
    this.#level = outer;
    return true;
  }
}
