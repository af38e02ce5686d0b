/** Changes to a page that are taken back exactly, but for what the page itself has changed since. */
export class PageChanges {
  readonly #texts: { node: Text; before: string; after: string }[] = [];
  readonly #added: { node: Text; text: string }[] = [];
  readonly #orders: { parent: Node; before: readonly Node[] }[] = [];
  readonly #attributes: {
    element: Element;
    name: string;
    before: string | null;
    after: string;
  }[] = [];

  setText(node: Text, text: string): void {
    if (node.data === text) return;
    this.#texts.push({ node, before: node.data, after: text });
    node.data = text;
  }

  /** Adds a text before a node, or at the end where that is null. */
  addText(parent: Node, before: Node | null, text: string): void {
    const node = document.createTextNode(text);
    this.#added.push({ node, text });
    parent.insertBefore(node, before);
  }

  setAttribute(element: Element, name: string, value: string): void {
    const before = element.getAttribute(name);
    if (before === value) return;
    this.#attributes.push({ element, name, before, after: value });
    element.setAttribute(name, value);
  }

  /** Puts children of a node, given in their order, into another one, on the same places. */
  reorder(parent: Node, children: readonly Node[], wanted: readonly Node[]): void {
    this.#orders.push({ parent, before: children });
    permute(parent, wanted);
  }

  /** Texts that the page did not have. */
  get added(): readonly Text[] {
    return this.#added.map(({ node }) => node);
  }

  /** Whether all that was written still stands there. */
  get isIntact(): boolean {
    return (
      this.#texts.every(({ node, after }) => node.data === after) &&
      this.#added.every(({ node, text }) => node.data === text && node.parentNode) &&
      this.#attributes.every(({ element, name, after }) => element.getAttribute(name) === after)
    );
  }

  undo(): void {
    for (const { node, text } of this.#added) if (node.data === text) node.remove();
    for (const { parent, before } of this.#orders.toReversed())
      permute(
        parent,
        before.filter((node) => node.parentNode === parent),
      );
    for (const { node, before, after } of this.#texts.toReversed()) undoText(node, before, after);
    for (const { element, name, before, after } of this.#attributes.toReversed()) {
      if (element.getAttribute(name) !== after) continue;
      if (before === null) element.removeAttribute(name);
      else element.setAttribute(name, before);
    }
    for (const list of [this.#texts, this.#added, this.#orders, this.#attributes]) list.length = 0;
  }
}

/** Text that the page added behind ours, as one that arrives bit by bit, belongs behind the page's. */
function undoText(node: Text, before: string, after: string): void {
  if (node.data === after) node.data = before;
  else if (after !== "" && node.data.startsWith(after))
    node.data = before + node.data.slice(after.length);
}

/** Puts nodes in this order on the places that they have among all children of a node. */
function permute(parent: Node, wanted: readonly Node[]): void {
  const isMoving = new Set(wanted);
  const places = [...parent.childNodes].filter((node) => isMoving.has(node));
  const marks = places.map((place, at) => {
    if (place === wanted[at]) return null;
    return parent.insertBefore(document.createComment(""), place);
  });
  for (const [at, mark] of marks.entries()) {
    const node = wanted[at];
    if (mark && node) parent.replaceChild(node, mark);
  }
}
