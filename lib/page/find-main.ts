import type { PageNode } from "./page-tree.ts";

const aside = new Set(["nav", "footer", "aside", "button", "dialog", "form"]);
const asideRoles = new Set(["navigation", "banner", "contentinfo", "complementary", "dialog"]);

/** The text nodes of the main region of a page that is no article. */
export function findMain(nodes: readonly PageNode[]): PageNode[] {
  const main = nodes.find(
    ({ tag, attributes }) => tag === "main" || attributes.get("role") === "main",
  );
  const inMain = main ? textsIn(main, nodes) : [];
  if (inMain.some(({ text }) => text.trim())) return inMain;
  const body = nodes[0];
  if (!body) return [];
  const around = textsIn(body, nodes);
  // A page that is nothing but a form or a menu is still what the reader looks at.
  return around.some(({ text }) => text.trim())
    ? around
    : nodes.filter(({ tag }) => tag === "#text");
}

function textsIn(region: PageNode, nodes: readonly PageNode[]): PageNode[] {
  const inside = new Set([region]);
  const texts: PageNode[] = [];
  for (const node of nodes) {
    if (!node.parent || !inside.has(node.parent)) continue;
    if (node.tag === "#text") texts.push(node);
    else if (!aside.has(node.tag) && !asideRoles.has(node.attributes.get("role") ?? ""))
      inside.add(node);
  }
  return texts;
}
