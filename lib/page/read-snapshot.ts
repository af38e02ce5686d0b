import { AppError } from "../errors.ts";
import type { PageText } from "../text/page-text.ts";
import { foldSpace } from "./clean-text.ts";
import { findArticle } from "./find-article.ts";
import { findMain } from "./find-main.ts";
import { type Block, makeBlocks, toPassages } from "./make-passages.ts";
import { type PageSnapshot, parseSnapshot } from "./page-snapshot.ts";
import { growTree, type PageNode } from "./page-tree.ts";
import { placeOf } from "./place.ts";
import { bylineOf, titleOf } from "./read-title.ts";
import { dropNamedNoise, dropResidue, findNoise } from "./remove-noise.ts";

/** What a job may read: the whole page, or what is selected on it when something is. */
export type ReadingScope = "page" | "selection-or-page";

/** Above this many nodes Readability takes longer than a reader waits; the main region is read. */
const mostArticleNodes = 40_000;
const fewestWords = 3;

interface Reading {
  blocks: Block[];
  source: PageText["source"];
  byline: string | null;
}

/**
 * Makes numbered passages of what the page reader returned.
 * @throws AppError page-empty
 * @throws AppError page-forbidden
 */
export function readSnapshot(value: unknown, scope: ReadingScope): PageText {
  const snapshot = parseSnapshot(value);
  const nodes = growTree(snapshot);
  const title = titleOf(snapshot, nodes);
  const { blocks, source, byline } = readNodes(snapshot, { nodes, title, scope });
  if (wordsIn(blocks) < fewestWords) throw new AppError("page-empty", "no text worth reading");
  const hosts = new Map(snapshot.slotted);
  return {
    title,
    byline: bylineOf(snapshot) ?? byline,
    language: snapshot.language,
    url: snapshot.url,
    source,
    passages: toPassages(blocks, (node) => placeOf(node, snapshot, hosts)),
    leftOut: snapshot.leftOut,
  };
}

/**
 * Whether what the page reader returned is of a tab that shows a PDF, which has no text of its own.
 * @throws AppError page-forbidden
 */
export function isOfPdf(value: unknown): boolean {
  return parseSnapshot(value).contentType === "application/pdf";
}

function readNodes(
  { selection }: PageSnapshot,
  page: { nodes: PageNode[]; title: string; scope: ReadingScope },
): Reading {
  const { nodes, title, scope } = page;
  if (selection && scope === "selection-or-page")
    return { blocks: selectedBlocks(selection, nodes), source: "selection", byline: null };
  const left = findNoise(nodes);
  const article = nodes.length > mostArticleNodes ? null : findArticle(nodes, left, title);
  if (article) {
    const kept = dropNamedNoise(nodes.filter((node) => article.kept.has(node)));
    const blocks = dropResidue(makeBlocks(kept), title);
    if (isArticle(blocks)) return { blocks, source: "article", byline: article.byline };
  }
  return { blocks: makeBlocks(findMain(nodes)), source: "main", byline: null };
}

/** A front page or a thread has no run of prose that stands for most of what was found. */
function isArticle(blocks: readonly Block[]): boolean {
  const prose = blocks.filter(({ kind }) => kind !== "heading");
  return prose.reduce((length, { text }) => length + text.length, 0) >= 140;
}

/** The selected blocks; the ends are cut to what the reader selected of them. */
function selectedBlocks(
  { text, first, last }: { text: string; first: number; last: number },
  nodes: readonly PageNode[],
): Block[] {
  const selected = foldSpace(text);
  const kept = nodes.slice(first, last + 1).filter(({ tag }) => tag === "#text");
  const blocks = makeBlocks(kept);
  return blocks.map((block, at) => {
    const isEnd = at === 0 || at === blocks.length - 1;
    return isEnd ? { ...block, text: overlapOf(block.text, selected) } : block;
  });
}

/** The part of a block that the selection covers: all, a middle, its tail or its head. */
function overlapOf(block: string, selected: string): string {
  if (selected.includes(block)) return block;
  if (block.includes(selected)) return selected;
  for (let length = Math.min(block.length, selected.length); length > 0; length--) {
    if (selected.startsWith(block.slice(-length))) return block.slice(-length).trim();
    if (selected.endsWith(block.slice(0, length))) return block.slice(0, length).trim();
  }
  return block;
}

/** Words, roughly; in scripts without spaces two characters count as one. */
function wordsIn(blocks: readonly Block[]): number {
  const text = blocks.map(({ text }) => text).join(" ");
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + (unspaced?.length ?? 0) / 2;
}
