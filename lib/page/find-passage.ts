import type { Passage } from "../text/page-text.ts";
import { dropUnseen } from "./clean-text.ts";
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

/**
 * Where a passage stands in the live document, or null when it is there no more. Looks at its
 * place first, then everywhere; small changes within the passage do not lose it.
 */
export function findPassage(
  document: Document,
  passage: Pick<Passage, "text" | "place">,
): Range | null {
  const wanted = lettersOf(passage.text.replaceAll(" | ", ""));
  if (!wanted) return null;
  const holder = elementAt(document, passage.place);
  const near = holder && rangeIn(lettersIn(holder), wanted);
  return near ?? rangeIn(lettersIn(document.body), wanted);
}

/** White space is told apart by layout, not by the document, so only letters are compared. */
function lettersOf(text: string): string {
  return dropUnseen(text).replace(/\s+/gu, "");
}

function rangeIn(letters: Letters, wanted: string): Range | null {
  const at = letters.text.indexOf(wanted);
  if (at >= 0) return toRange(letters, at, at + wanted.length);
  if (wanted.length < 3 * tellingLetters) return null;
  const start = letters.text.indexOf(wanted.slice(0, tellingLetters));
  const tail = wanted.slice(-tellingLetters);
  const end = start < 0 ? -1 : letters.text.indexOf(tail, start);
  const length = end + tellingLetters - start;
  return end >= 0 && length < 1.5 * wanted.length ? toRange(letters, start, start + length) : null;
}

function toRange(letters: Letters, from: number, to: number): Range | null {
  const start = pointAt(letters, from);
  const last = pointAt(letters, to - 1);
  if (!start || !last) return null;
  const range = start.node.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** The text node and offset of one letter. */
function pointAt({ nodes, starts }: Letters, at: number): { node: Text; offset: number } | null {
  const which = starts.findLastIndex((start) => start <= at);
  const [node, start] = [nodes[which], starts[which]];
  if (!node || start === undefined) return null;
  let seen = at - start;
  for (let offset = 0; offset < node.data.length; offset++) {
    if (!lettersOf(node.data.charAt(offset))) continue;
    if (seen === 0) return { node, offset };
    seen--;
  }
  return null;
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
  if (node.shadowRoot) return [...node.shadowRoot.childNodes];
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
