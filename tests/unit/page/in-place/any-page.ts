/** Puts a page into the document; each `x-card` in it has a shadow root. */
export function showPage(html: string): void {
  document.title = "The old sea";
  document.body.innerHTML = html;
  for (const card of document.querySelectorAll("x-card"))
    card.attachShadow({ mode: "open" }).innerHTML = "<p>The <b>old</b> sea<slot></slot></p>";
}

/** All nodes of the page, of its shadow roots and of its frames. */
export function allNodes(node: Node = document): Node[] {
  const inner = [...node.childNodes].flatMap(allNodes);
  const { shadowRoot } = node instanceof Element ? node : { shadowRoot: null };
  const page = node instanceof HTMLIFrameElement ? node.contentDocument : null;
  return [node, ...inner, ...[shadowRoot, page].flatMap((root) => (root ? allNodes(root) : []))];
}

/** All that can be seen of the page by a script. */
export function markup(): string {
  return allNodes()
    .flatMap((node) => ("innerHTML" in node ? node.innerHTML : []))
    .join("\n");
}

/** All texts of the page, without white space and in one case. */
export function allWords(): string {
  const texts = allNodes().flatMap((node) => (node instanceof Text ? node.data : []));
  return texts
    .join("")
    .replaceAll(/[\s\u00AD]+/g, "")
    .toUpperCase();
}
