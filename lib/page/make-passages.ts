import type { Passage, PassageKind } from "../text/page-text.ts";
import { foldSpace } from "./clean-text.ts";
import type { PageNode } from "./page-tree.ts";

/** A passage before it has its number and place. */
export interface Block {
  kind: PassageKind;
  text: string;
  /** The innermost element that holds all of it. */
  holder: PageNode;
  texts: readonly PageNode[];
}

const inline =
  /^(#text|a|abbr|b|button|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr|img|picture)$/;

/** What stands between two texts of one block: nothing, a line, a cell or the block's end. */
type Gap = "none" | "line" | "cell" | "end";

/** Cuts the kept text nodes, in reading order, into the page's own blocks. */
export function makeBlocks(kept: Iterable<PageNode>): Block[] {
  const blocks: Block[] = [];
  let open: { holder: PageNode; texts: PageNode[]; raw: string } | null = null;
  let before: PageNode | null = null;
  for (const node of kept) {
    const holder = blockOf(node);
    const gap: Gap = before && open?.holder === holder ? gapBetween(before, node) : "end";
    if (!open || gap === "end") {
      if (open) close(open, blocks);
      open = { holder, texts: [], raw: "" };
    }
    open.raw += gap === "line" ? `\n${node.text}` : gap === "cell" ? ` | ${node.text}` : node.text;
    open.texts.push(node);
    before = node;
  }
  if (open) close(open, blocks);
  return blocks;
}

function close(
  { holder, texts, raw }: { holder: PageNode; texts: readonly PageNode[]; raw: string },
  blocks: Block[],
): void {
  const kind = kindOf(holder);
  const text = kind === "code" ? raw.replace(/^\s*\n|\s+$/g, "") : foldSpace(raw);
  if (/[^\s|]/.test(text)) blocks.push({ kind, text, holder, texts });
}

/** The block that a text stands in; a row of plain cells is one. */
function blockOf(text: PageNode): PageNode {
  let block: PageNode | null = null;
  for (let at = text.parent; at; at = at.parent) {
    if (!block && !inline.test(at.tag)) block = at;
    if (at.tag === "pre") return at;
  }
  if (!block) return text;
  return /^t[dh]$/.test(block.tag) && block.parent?.tag === "tr" ? block.parent : block;
}

function gapBetween(before: PageNode, after: PageNode): Gap {
  const [one, other] = [childrenPath(before), childrenPath(after)];
  let depth = 0;
  while (one[depth] && one[depth] === other[depth]) depth++;
  const [left, right] = [one[depth], other[depth]];
  if (!left || !right) return "none";
  if (/^t[dh]$/.test(left.tag)) return "cell";
  if (left.tag === "tr" || !left.parent) return "end";
  const siblings = left.parent.children;
  const between = siblings.slice(siblings.indexOf(left) + 1, siblings.indexOf(right));
  const breaks = between.filter(({ tag }) => tag === "br").length;
  if (left.parent.tag === "pre" || insidePre(left)) return breaks > 0 ? "line" : "none";
  if (breaks > 1 || between.some(({ tag }) => tag !== "br" && !inline.test(tag))) return "end";
  return breaks === 1 ? "line" : "none";
}

/** A node and its ancestors, outermost first. */
function childrenPath(node: PageNode): PageNode[] {
  const path: PageNode[] = [];
  for (let at: PageNode | null = node; at; at = at.parent) path.push(at);
  return path.toReversed();
}

function insidePre(node: PageNode): boolean {
  for (let at: PageNode | null = node; at; at = at.parent) if (at.tag === "pre") return true;
  return false;
}

function kindOf(holder: PageNode): PassageKind {
  for (let at: PageNode | null = holder; at; at = at.parent) {
    if (/^h[1-6]$/.test(at.tag)) return "heading";
    if (at.tag === "pre") return "code";
    if (/^(li|dd|dt)$/.test(at.tag)) return "list-item";
    if (at.tag === "blockquote") return "quote";
    if (at.tag === "tr") return "table-row";
  }
  return "paragraph";
}

/** Numbers the blocks from 1 and gives each the place of its holder. */
export function toPassages(blocks: readonly Block[], placeOf: (node: number) => string): Passage[] {
  return blocks.map(({ kind, text, holder }, at) => ({
    number: at + 1,
    kind,
    text,
    place: placeOf(holder.index),
  }));
}
