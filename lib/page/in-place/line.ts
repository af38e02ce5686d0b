import { addPiece, type InlinePiece, textOfPieces } from "../../text/inline-piece.ts";
import { InlineSentence } from "../../text/inline-sentence.ts";
import { splitPieces } from "../../text/split-pieces.ts";
import { declaredLanguage } from "../declared-language.ts";
import { isElement, isText } from "../node-kinds.ts";
import { PageChanges } from "./page-changes.ts";
import type { PageUnit, TargetLanguage } from "./page-unit.ts";
import { hasRoomBelow, hasUse, roleOf } from "./reading-rules.ts";
import { isSeen, topOnPage } from "./top-on-page.ts";
import { wouldMove, writePieces } from "./write-pieces.ts";

/** Text that runs on within one parent, between the blocks and line breaks around it. */
export class Line implements PageUnit {
  readonly element: Element;
  readonly parent: Element | ShadowRoot;
  readonly nodes: readonly ChildNode[];
  readonly original: string;
  /** The language that the page says it is in, or null. */
  readonly language: string | null;
  readonly sentenceCount: number;
  /** Told while the page is read: to ask for styles between changes is slow. */
  readonly hasRoomBelow: boolean;
  readonly #sentences: readonly InlineSentence<Element>[];
  readonly #markup = new Set<Element>();
  /** The texts and where they stood when they were read. */
  readonly #read: { node: Text; parent: Node | null; data: string }[] = [];
  readonly #changes = new PageChanges();
  #isWritten = false;
  #isUndone = false;
  readonly #fold: (text: string) => string;
  readonly #direction: string;

  constructor(parent: Element | ShadowRoot, nodes: readonly ChildNode[]) {
    this.parent = parent;
    this.nodes = nodes;
    this.element = isElement(parent) ? parent : parent.host;
    const style = this.element.ownerDocument.defaultView?.getComputedStyle(this.element);
    this.#fold = /^(pre|break)/.test(style?.whiteSpace ?? "") ? foldNothing : foldSpace;
    this.#direction = style?.direction ?? "ltr";
    const pieces = this.#readPieces(nodes);
    this.original = textOfPieces(pieces).trim();
    this.hasRoomBelow = isElement(parent) && hasRoomBelow(parent) && /\s/.test(this.original);
    this.language = declaredLanguage(this.element) ?? null;
    this.#sentences = splitPieces(pieces, this.language).map(
      (sentence) => new InlineSentence(sentence, hasUse),
    );
    this.sentenceCount = this.#sentences.filter(({ texts }) => texts.length > 0).length;
  }

  get translatedCount(): number {
    return this.#sentences.filter(({ isTranslated }) => isTranslated).length;
  }

  get leftCount(): number {
    return this.#sentences.filter(({ isLeft }) => isLeft).length;
  }

  get texts(): readonly string[] {
    return this.#sentences.flatMap(({ texts }) => texts);
  }

  take(translations: readonly (string | null)[]): boolean {
    let from = 0;
    let isOnceMore = false;
    for (const sentence of this.#sentences) {
      const to = from + sentence.texts.length;
      if (sentence.take(translations.slice(from, to))) isOnceMore = true;
      from = to;
    }
    return isOnceMore;
  }

  write({ tag, direction }: TargetLanguage): void {
    const { parent, nodes } = this;
    const pieces: InlinePiece<Element>[] = [];
    for (const sentence of this.#sentences)
      for (const piece of sentence.pieces) addPiece(pieces, piece);
    if (this.translatedCount === 0 || this.#isStale()) return;
    if (wouldMove(nodes, pieces, (element) => element.matches(":focus-within"))) return;
    this.#isWritten = true;
    const [changes, fold, markup] = [this.#changes, this.#fold, this.#markup];
    writePieces(parent, { nodes, pieces }, { changes, fold, markup });
    if (!isElement(parent)) return;
    changes.setAttribute(parent, "lang", tag);
    if (this.#direction !== direction) changes.setAttribute(parent, "dir", direction);
  }

  get isIntact(): boolean {
    const isThere = this.nodes.every(({ parentNode }) => parentNode === this.parent);
    return isThere && this.#changes.isIntact;
  }

  undo(): void {
    this.#changes.undo();
    this.#isUndone = true;
  }

  /** Whether these nodes are its own, and are as it has read or written them. */
  holds(nodes: readonly Node[]): boolean {
    const own = new Set<Node>([...this.nodes, ...this.#changes.added]);
    if (this.#isUndone || !nodes.every((node) => own.has(node))) return false;
    return this.#isWritten ? this.isIntact : !this.#isStale();
  }

  /** The same line as the page has it now. */
  readAnew(): Line {
    const { parent } = this;
    return new Line(
      parent,
      this.nodes.filter(({ parentNode }) => parentNode === parent),
    );
  }

  /** Where it stands, in CSS pixels from the top of the page; null if it cannot be seen. */
  measureTop(): number | null {
    if (!isSeen(this.element)) return null;
    const text = this.#read.find(({ data }) => data.trim() !== "");
    const range = this.element.ownerDocument.createRange();
    range.selectNode(text?.node ?? this.element);
    return topOnPage(range.getBoundingClientRect(), this.element);
  }

  #isStale(): boolean {
    return (
      this.nodes.some(({ parentNode }) => parentNode !== this.parent) ||
      this.#read.some(({ node, parent, data }) => node.data !== data || node.parentNode !== parent)
    );
  }

  #readPieces(nodes: Iterable<ChildNode>): InlinePiece<Element>[] {
    const pieces: InlinePiece<Element>[] = [];
    for (const node of nodes) {
      if (isText(node)) {
        this.#read.push({ node, parent: node.parentNode, data: node.data });
        addPiece(pieces, node.data);
      } else if (isElement(node)) this.#readElement(node, pieces);
    }
    return pieces.map((piece) => (typeof piece === "string" ? this.#fold(piece) : piece));
  }

  #readElement(of: Element, pieces: InlinePiece<Element>[]): void {
    const role = roleOf(of);
    if (role === "thing") pieces.push({ kind: "thing", of, text: of.textContent });
    if (role !== "markup") return;
    this.#markup.add(of);
    pieces.push({ kind: "markup", of, inner: this.#readPieces(of.childNodes) });
  }
}

/** White space as it is shown, and no signs that are shown only where a line breaks. */
function foldSpace(text: string): string {
  return foldNothing(text).replace(/[ \t\n\r\f]+/g, " ");
}

function foldNothing(text: string): string {
  return text.replaceAll("\u00AD", "");
}
