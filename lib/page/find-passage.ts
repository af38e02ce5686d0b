import type { Passage } from "../text/page-text.ts";
import { dropUnseen } from "./clean-text.ts";
import { shadowOf } from "./describe-element.ts";
import { elementAt } from "./place.ts";

/** A run of text nodes as one string without white space, and where each character came from. */
interface Letters {
  text: string;
  nodes: Text[];
  /** For each node, where in `text` it begins. */
  starts: number[];
}

/** Enough letters to tell a passage from its neighbours, when its middle has changed. */
const tellingLetters = 24;
const mostTextNodes = 200_000;

/** Words of a passage's text, from `start` to before `end` in UTF-16 units. */
export interface Words {
  start: number;
  end: number;
}

/** A passage in the live document. Each range lies within one document or shadow root. */
export interface FoundPassage {
  whole: readonly Range[];
  /** The words that were looked for; those that have changed are not among them. */
  words: readonly Range[];
}

/**
 * Where a passage, and some of its words, stand in the live document, or null when it is there no
 * more. Looks at its place first, then everywhere; small changes within the passage do not lose it.
 */
export function findPassage(
  document: Document,
  passage: Pick<Passage, "text" | "place">,
  words: readonly Words[] = [],
): FoundPassage | null {
  const wanted = lettersOf(withoutCellMarks(passage.text));
  if (!wanted) return null;
  const holder = elementAt(document, passage.place);
  const near = holder && findIn(lettersIn(holder), wanted);
  const found = near ?? findIn(lettersIn(document.body), wanted);
  if (!found) return null;
  const stretches = words.flatMap((word) => findWords(found, passage.text, word) ?? []);
  return {
    whole: toRanges(found.letters, found.from, found.to),
    words: stretches.flatMap(({ from, to }) => toRanges(found.letters, from, to)),
  };
}

/** White space is told apart by layout, not by the document, so only letters are compared. */
function lettersOf(text: string): string {
  return dropUnseen(text).replace(/\s+/gu, "");
}

/** What stands between the cells of a row is not on the page. */
function withoutCellMarks(text: string): string {
  return text.replaceAll(" | ", "");
}

/** A stretch of letters. */
interface Found {
  letters: Letters;
  from: number;
  to: number;
}

function findIn(letters: Letters, wanted: string): Found | null {
  const at = letters.text.indexOf(wanted);
  if (at >= 0) return { letters, from: at, to: at + wanted.length };
  if (wanted.length < 3 * tellingLetters) return null;
  const from = letters.text.indexOf(wanted.slice(0, tellingLetters));
  const tail = wanted.slice(-tellingLetters);
  const end = from < 0 ? -1 : letters.text.indexOf(tail, from);
  const to = end + tellingLetters;
  return end >= 0 && to - from < 1.5 * wanted.length ? { letters, from, to } : null;
}

/** Words within a found passage: where they stood, or else the nearest to it. */
function findWords(passage: Found, text: string, { start, end }: Words): Found | null {
  const { letters } = passage;
  const wanted = lettersOf(withoutCellMarks(text.slice(start, end)));
  const expected = passage.from + lettersOf(withoutCellMarks(text.slice(0, start))).length;
  if (!wanted) return null;
  const before = letters.text.lastIndexOf(wanted, expected);
  const after = letters.text.indexOf(wanted, expected);
  const nearest = [before, after]
    .filter((at) => at >= passage.from && at + wanted.length <= passage.to)
    .toSorted((a, b) => Math.abs(a - expected) - Math.abs(b - expected))[0];
  return nearest === undefined ? null : { letters, from: nearest, to: nearest + wanted.length };
}

/** A range for each run of text nodes of one root: none can reach from one root into another. */
function toRanges(letters: Letters, from: number, to: number): Range[] {
  const ranges: Range[] = [];
  const last = nodeAt(letters, to - 1);
  let open: Range | null = null;
  for (let which = nodeAt(letters, from); which >= 0 && which <= last; which++) {
    const [node, start] = [letters.nodes[which], letters.starts[which]];
    if (!node || start === undefined) break;
    const begin = offsetOf(node, Math.max(from - start, 0));
    const end = offsetOf(node, to - start - 1) + 1;
    if (open?.startContainer.getRootNode() !== node.getRootNode()) {
      open = node.ownerDocument.createRange();
      open.setStart(node, begin);
      ranges.push(open);
    }
    open.setEnd(node, Math.min(end, node.data.length));
  }
  return ranges;
}

/** Which node a letter came from. */
function nodeAt({ starts }: Letters, at: number): number {
  return starts.findLastIndex((start) => start <= at);
}

/** Where in a text node its `count`th letter stands, counted from 0; its end if it has fewer. */
function offsetOf({ data }: Text, count: number): number {
  let [seen, offset] = [0, 0];
  for (const character of data) {
    const letters = lettersOf(character).length;
    if (seen + letters > count) return offset + (count - seen);
    seen += letters;
    offset += character.length;
  }
  return data.length;
}

/** The letters under a node in the order they are shown, through shadow roots, slots and frames. */
function lettersIn(root: Node): Letters {
  const letters: Letters = { text: "", nodes: [], starts: [] };
  const pieces: string[] = [];
  let length = 0;
  const stack: Node[] = [root];
  while (stack.length > 0 && letters.nodes.length < mostTextNodes) {
    const node = stack.pop();
    if (node?.nodeType === Node.TEXT_NODE) {
      const text = node as Text;
      const piece = lettersOf(text.data);
      if (!piece) continue;
      letters.nodes.push(text);
      letters.starts.push(length);
      pieces.push(piece);
      length += piece.length;
    } else if (node) pushAll(stack, childrenOf(node));
  }
  letters.text = pieces.join("");
  return letters;
}

function pushAll(stack: Node[], nodes: readonly Node[]): void {
  for (const node of nodes.toReversed()) stack.push(node);
}

function childrenOf(node: Node): Node[] {
  // A frame's nodes are of another window's classes, so `instanceof` would not know them.
  if (!isElement(node)) return [...node.childNodes];
  if (/^(script|style|noscript|template)$/.test(node.localName)) return [];
  const shadow = shadowOf(node);
  if (shadow) return [...shadow.childNodes];
  if (node.localName === "slot") {
    const assigned = (node as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return assigned;
  }
  const frame = node.localName === "iframe" ? (node as HTMLIFrameElement).contentDocument : null;
  return frame?.body ? [frame.body] : [...node.childNodes];
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
