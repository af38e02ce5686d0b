import { foldSpace } from "./clean-text.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import type { PageNode } from "./page-tree.ts";

const titleNames = ["ld:title", "og:title", "dc.title", "dcterms.title", "twitter:title"];
/** A title escaped once too often shows its reader `&#8217;`. */
const escaped = /&(#\d+|#x[\da-f]+|[a-z]+);/i;
const authorNames = [
  "ld:author",
  "author",
  "dc.creator",
  "parsely-author",
  "byl",
  "article:author",
];

/** The page's own title: as it tells machines, or its only first heading, or the tab's. */
export function titleOf({ metas, title }: PageSnapshot, nodes: readonly PageNode[]): string {
  const told = firstOf(
    metas.filter(([, value]) => !escaped.test(value)),
    titleNames,
  );
  if (told) return told;
  const headings = nodes.filter(({ tag }) => tag === "h1");
  const heading = headings.length === 1 && headings[0] ? textOf(headings[0]) : "";
  return heading && title.includes(heading) ? heading : foldSpace(title);
}

/** The author that the page tells machines, or null. */
export function bylineOf({ metas }: PageSnapshot): string | null {
  return firstOf(
    metas.filter(([, value]) => !/^https?:/.test(value)),
    authorNames,
  );
}

function firstOf(metas: PageSnapshot["metas"], names: readonly string[]): string | null {
  for (const wanted of names) {
    const value = metas.find(([name]) => name === wanted)?.[1];
    if (value && foldSpace(value)) return foldSpace(value);
  }
  return null;
}

function textOf(node: PageNode): string {
  const pieces: string[] = [];
  const stack = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    pieces.push(at.text);
    stack.push(...at.children.toReversed());
  }
  return foldSpace(pieces.join(""));
}
