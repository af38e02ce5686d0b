import type { InlinePiece } from "../../text/inline-piece.ts";
import { isElement, isText } from "../node-kinds.ts";
import type { PageChanges } from "./page-changes.ts";

/** What writing needs to know of the line that the pieces are of. */
export interface PieceWriting {
  changes: PageChanges;
  /** How a text of the page is read as words. */
  fold: (text: string) => string;
  /** All markup of the line; what the pieces no longer name has lost its words. */
  markup: ReadonlySet<Element>;
}

/**
 * Writes pieces into nodes of one parent. Elements stay themselves and within their parent; they
 * change places only where the pieces have another order. A text is written where one stood.
 */
export function writePieces(
  parent: Node,
  { nodes, pieces }: { nodes: readonly Node[]; pieces: readonly InlinePiece<Element>[] },
  writing: PieceWriting,
): void {
  const wanted = pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.of]));
  const ordered = reorder(parent, { nodes, wanted }, writing.changes);
  const left = [...pieces];
  let gap: Text[] = [];
  for (const node of ordered) {
    if (isText(node)) gap.push(node);
    if (!isElement(node)) continue;
    if (!wanted.includes(node)) {
      if (writing.markup.has(node)) writeInto(node, [], writing);
      continue;
    }
    writeGap(parent, { gap, text: takeWords(left), before: node }, writing);
    gap = [];
    const piece = left.shift();
    if (typeof piece === "object" && piece.kind === "markup") writeInto(node, piece.inner, writing);
  }
  const before = ordered.at(-1)?.nextSibling ?? null;
  writeGap(parent, { gap, text: takeWords(left), before }, writing);
}

/** Whether writing pieces would move one of these elements, which a page may not bear. */
export function wouldMove(
  nodes: readonly Node[],
  pieces: readonly InlinePiece<Element>[],
  isFixed: (element: Element) => boolean,
): boolean {
  const wanted = pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece]));
  const places = nodes.filter((node) => wanted.some(({ of }) => of === node));
  return wanted.some((piece, at) => {
    if (places[at] !== piece.of && isFixed(piece.of)) return true;
    return piece.kind === "markup" && wouldMove([...piece.of.childNodes], piece.inner, isFixed);
  });
}

function writeInto(
  element: Element,
  pieces: readonly InlinePiece<Element>[],
  writing: PieceWriting,
): void {
  writePieces(element, { nodes: [...element.childNodes], pieces }, writing);
}

/** The nodes as they stand once the wanted elements are in their order. */
function reorder(
  parent: Node,
  { nodes, wanted }: { nodes: readonly Node[]; wanted: readonly Element[] },
  changes: PageChanges,
): readonly Node[] {
  const places = nodes.filter((node) => isElement(node) && wanted.includes(node));
  if (places.every((node, at) => node === wanted[at])) return nodes;
  changes.reorder(parent, places, wanted);
  const next = [...wanted];
  return nodes.map((node) => (places.includes(node) ? (next.shift() ?? node) : node));
}

function takeWords(pieces: InlinePiece<Element>[]): string {
  let text = "";
  while (typeof pieces[0] === "string") text += pieces.shift();
  return text;
}

interface Gap {
  gap: readonly Text[];
  text: string;
  before: Node | null;
}

/** Writes what stands between two elements, if it is not what stands there already. */
function writeGap(parent: Node, { gap, text, before }: Gap, { changes, fold }: PieceWriting): void {
  if (fold(gap.map(({ data }) => data).join("")) === text) return;
  const keeper = gap.find(({ data }) => data.trim() !== "") ?? gap[0];
  if (!keeper) return changes.addText(parent, before, text);
  for (const node of gap) changes.setText(node, node === keeper ? text : "");
}
