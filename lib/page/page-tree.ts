import type { PageSnapshot } from "./page-snapshot.ts";

/** One node of the page as it was seen. */
export interface PageNode {
  index: number;
  tag: string;
  /** Text of a text node; empty for an element. */
  text: string;
  attributes: ReadonlyMap<string, string>;
  parent: PageNode | null;
  children: PageNode[];
}

const none: ReadonlyMap<string, string> = new Map();

/** The snapshot as nodes; the n-th is the snapshot's n-th, the first is the body. */
export function growTree(snapshot: PageSnapshot): PageNode[] {
  const nodes: PageNode[] = [];
  for (const [index, tag] of snapshot.tags.entries()) {
    const value = snapshot.values[index] ?? "";
    const parent = nodes[snapshot.parents[index] ?? -1] ?? null;
    const isText = tag === "#text";
    const attributes = isText || !value ? none : attributesIn(value);
    const node = { index, tag, text: isText ? value : "", attributes, parent, children: [] };
    parent?.children.push(node);
    nodes.push(node);
  }
  return nodes;
}

function attributesIn(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines.split("\n").map((line) => {
      const at = line.indexOf("=");
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** The class and id of an element, by which sites name what a box is for. */
export function namesOf(node: PageNode): string {
  return `${node.attributes.get("class") ?? ""} ${node.attributes.get("id") ?? ""}`;
}
