import { Readability } from "@mozilla/readability";
import { foldSpace } from "./clean-text.ts";
import type { PageNode } from "./page-tree.ts";
import { rebuildDocument } from "./rebuild-document.ts";

/** The text nodes of an article, and what Readability says of its author. */
export interface Article {
  kept: Set<PageNode>;
  byline: string | null;
}

/** Below this an article is looked for once more with less strictness; Readability's own value. */
const leastCharacters = 500;

/** The article of a page, or null when it has none. */
export function findArticle(
  nodes: readonly PageNode[],
  left: ReadonlySet<PageNode>,
  title: string,
): Article | null {
  const strict = runReadability(nodes, left, { title, keepsNames: true });
  if (strict && lengthOf(strict) >= leastCharacters) return strict;
  const lax = runReadability(nodes, left, { title, keepsNames: false });
  return lax && lengthOf(lax) > lengthOf(strict) ? lax : strict;
}

function lengthOf(article: Article | null): number {
  let length = 0;
  for (const node of article?.kept ?? []) length += foldSpace(node.text).length;
  return length;
}

function runReadability(
  nodes: readonly PageNode[],
  left: ReadonlySet<PageNode>,
  { title, keepsNames }: { title: string; keepsNames: boolean },
): Article | null {
  const { document, origins } = rebuildDocument(nodes, left, keepsNames);
  document.title = title;
  const found = new Readability<Node>(document, {
    // Its own second attempt parses the page anew from markup, and our nodes would be lost.
    charThreshold: -1,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element) => element,
  }).parse();
  if (!found?.content) return null;
  const kept = new Set<PageNode>();
  const walker = document.createTreeWalker(found.content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const origin = origins.get(node);
    if (origin) kept.add(origin);
  }
  return { kept, byline: found.byline ?? null };
}
