import type { PageNode } from "./page-tree.ts";

/** A document that can do nothing, and the page's text node behind each of its own. */
export interface Rebuilt {
  document: Document;
  origins: ReadonlyMap<Node, PageNode>;
}

const allowedTag =
  /^(a|abbr|address|article|aside|b|blockquote|br|button|caption|center|cite|code|dd|del|details|dfn|dialog|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|img|ins|kbd|label|legend|li|main|mark|menu|nav|ol|p|picture|pre|q|rp|rt|ruby|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr)$/;
const allowedAttribute = /^(class|id|role|itemprop|itemtype|rel|lang|href)$/;

/**
 * Builds an inert document of what was seen, without the nodes in `left`. Only elements and
 * attributes of our own list are made, so nothing of the page runs, loads or is parsed.
 */
export function rebuildDocument(
  nodes: readonly PageNode[],
  left: ReadonlySet<PageNode>,
  keepsNames: boolean,
): Rebuilt {
  const document = globalThis.document.implementation.createHTMLDocument("");
  const made = new Map<PageNode, Node>();
  const origins = new Map<Node, PageNode>();
  for (const node of nodes) {
    const parent = node.parent ? made.get(node.parent) : document.body;
    if (!parent || left.has(node)) continue;
    const copy = node.parent ? copyOf(node, document, parent) : document.body;
    if (copy instanceof Element && copy !== parent && keepsNames) copyNames(node, copy);
    else if (copy instanceof Text) origins.set(copy, node);
    if (node.parent && copy !== parent) parent.appendChild(copy);
    made.set(node, copy);
  }
  return { document, origins };
}

function copyOf(node: PageNode, document: Document, parent: Node): Node {
  if (node.tag === "#text") return document.createTextNode(node.text);
  if (node.tag === "#shadow") return parent;
  const element = document.createElement(allowedTag.test(node.tag) ? node.tag : "div");
  const href = node.attributes.get("href");
  if (href) element.setAttribute("href", href);
  return element;
}

function copyNames(node: PageNode, copy: Element): void {
  for (const [name, value] of node.attributes)
    if (allowedAttribute.test(name)) copy.setAttribute(name, value);
}
