import { marksAround, type Run } from "./marks.ts";

/** A point in the document, as a range has two. */
export interface Point {
  node: Node;
  offset: number;
}

/** A stretch of the text and where it stands: from `offset` in a text node, or a whole child. */
interface Piece {
  start: number;
  length: number;
  node: Node;
  offset: number;
  /** Nothing that can be written into: a picture, or a part that the editor keeps for itself. */
  isObject: boolean;
}

/**
 * The text of an editing host as its editor holds it: a line for each paragraph and line break, what
 * only fills an empty line left out, and every character's place in the document.
 */
export class HostText {
  readonly text: string;
  /** Whether runs of spaces show as one, so that editors write some as no-break spaces. */
  readonly collapsesSpaces: boolean;
  readonly #host: Element;
  readonly #pieces: readonly Piece[];

  constructor(host: Element) {
    this.#host = host;
    const walk = new HostWalk(host);
    this.text = walk.text;
    this.#pieces = walk.pieces;
    this.collapsesSpaces = collapses(host);
  }

  /** How many characters stand before a point. */
  indexOf({ node, offset }: Point): number {
    const point = document.createRange();
    point.setStart(node, offset);
    for (const piece of this.#pieces) {
      const isInside = offset >= piece.offset && offset <= piece.offset + piece.length;
      if (piece.node === node && node.nodeType === Node.TEXT_NODE && isInside)
        return piece.start + offset - piece.offset;
      if (point.comparePoint(piece.node, piece.offset) >= 0) return piece.start;
    }
    return this.text.length;
  }

  /** The range from one index to another, as close to its text as can be. */
  pointsOf(start: number, end: number): { from: Point; to: Point } | null {
    const first =
      this.#pieces.find((piece) => start < piece.start + Math.max(piece.length, 1)) ??
      this.#pieces.at(-1);
    const endsHere = ({ start, length }: Piece) =>
      start + length >= end && (start < end || length === 0 || start === end);
    const last = this.#pieces.find(endsHere);
    const opening = this.#pieces.find((piece) => piece.start + piece.length === start);
    // At a line's end no piece begins; the one that ends there holds the place.
    const from = first && first.start <= start ? first : opening;
    return from && last ? { from: pointIn(from, start), to: pointIn(last, end) } : null;
  }

  /** The text between two indexes and what it is set in; a line's end is a run of its own. */
  runsBetween(start: number, end: number): Run[] {
    const runs: Run[] = [];
    let at = start;
    for (const piece of this.#piecesBetween(start, end)) {
      const from = Math.max(piece.start, start);
      const to = Math.min(piece.start + piece.length, end);
      if (from > at) runs.push({ text: this.text.slice(at, from), marks: [] });
      runs.push({ text: this.text.slice(from, to), marks: marksAround(piece.node, this.#host) });
      at = to;
    }
    if (end > at) runs.push({ text: this.text.slice(at, end), marks: [] });
    return runs;
  }

  /** Whether the lines between two indexes are paragraphs: no headings, list items, cells or code. */
  hasOnlyParagraphsBetween(start: number, end: number): boolean {
    return this.#piecesBetween(start, end).every(({ node }) => {
      const element = node instanceof Element ? node : node.parentElement;
      const block = element?.closest("h1, h2, h3, h4, h5, h6, li, dt, dd, td, th, pre");
      return !block || !this.#host.contains(block) || block === this.#host;
    });
  }

  /** Whether something stands between two indexes that text cannot stand for. */
  hasObjectBetween(start: number, end: number): boolean {
    return this.#piecesBetween(start, end).some(({ isObject }) => isObject);
  }

  #piecesBetween(start: number, end: number): Piece[] {
    return this.#pieces.filter((piece) => piece.start < end && piece.start + piece.length > start);
  }
}

function pointIn({ node, offset, start, isObject }: Piece, index: number): Point {
  if (node.nodeType === Node.TEXT_NODE) return { node, offset: offset + index - start };
  return { node, offset: offset + (isObject && index > start ? 1 : 0) };
}

/** One walk over a host, building text and pieces together. */
class HostWalk {
  text = "";
  readonly pieces: Piece[] = [];
  /** A line has ended, and whatever comes next stands on a new one. */
  #breaksNext = false;
  /** Something stands on the current line. */
  #isLineOpen = false;
  /** A space that shows only if something follows it on its line. */
  #space: Point | null = null;

  constructor(host: Element) {
    this.#readChildren(host);
  }

  #readChildren(parent: Node): void {
    let index = 0;
    for (const child of parent.childNodes) {
      if (child instanceof Text) this.#readText(child);
      else if (child instanceof Element) this.#readElement(child, { node: parent, offset: index });
      index++;
    }
  }

  #readElement(element: Element, at: Point): void {
    const { display } = getComputedStyle(element);
    if (element.localName === "br") return this.#readBreak(at);
    if (display === "none") return;
    const isBlock = !/^(inline|contents|ruby)/.test(display);
    if (isBlock) this.#endLine();
    if (isObject(element)) this.#readObject(element, at);
    else this.#readChildren(element);
    if (isBlock) this.#endLine();
  }

  #readBreak(at: Point): void {
    this.#startLine();
    this.pieces.push({ ...at, start: this.text.length, length: 0, isObject: false });
    this.#isLineOpen = true;
    this.#endLine();
  }

  #readObject(element: Element, at: Point): void {
    const shown = element.textContent.replaceAll("\uFEFF", "");
    const { width, height } = element.getBoundingClientRect();
    if (shown === "" && (width < 2 || height < 2 || element.children.length === 0)) {
      if (!pictures.has(element.localName) || width < 2 || height < 2) return;
    }
    this.#add(shown || "\uFFFC", at, true);
  }

  #readText(node: Text): void {
    const parent = node.parentElement;
    if (!parent) return;
    const way = collapses(parent) ? collapsing : preserving;
    for (const { 0: part, index } of node.data.matchAll(way)) {
      const at = { node, offset: index };
      if (part === "\uFEFF" || node.data === "\u200B") continue;
      if (part === "\n" && way === preserving) this.#readBreak(at);
      else if (way === collapsing && /^[ \t\n\r\f]/.test(part)) this.#space ??= at;
      else this.#add(part, at, false);
    }
  }

  #add(text: string, at: Point, isObject: boolean): void {
    this.#startLine();
    const space = this.#isLineOpen ? this.#space : null;
    this.#space = null;
    if (space) this.#put(" ", space, false);
    this.#put(text, at, isObject);
    this.#isLineOpen = true;
  }

  #put(text: string, at: Point, isObject: boolean): void {
    this.pieces.push({ ...at, start: this.text.length, length: text.length, isObject });
    this.text += text;
  }

  #startLine(): void {
    if (this.#breaksNext) this.text += "\n";
    this.#breaksNext = false;
  }

  #endLine(): void {
    if (this.#isLineOpen) this.#breaksNext = true;
    this.#isLineOpen = false;
    this.#space = null;
  }
}

/** Stretches of text that keeps its spaces, and of text whose spaces collapse. */
const preserving = /\n|\uFEFF|[^\n\uFEFF]+/g;
const collapsing = /[ \t\n\r\f]+|\uFEFF|[^ \t\n\r\f\uFEFF]+/g;

const pictures = new Set(
  "img picture svg video audio canvas iframe object embed hr input".split(" "),
);

function isObject(element: Element): boolean {
  if (pictures.has(element.localName)) return true;
  return element instanceof HTMLElement && !element.isContentEditable;
}

function collapses(element: Element): boolean {
  return /^(normal|nowrap)/.test(getComputedStyle(element).whiteSpace);
}
