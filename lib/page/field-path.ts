import type { Place } from "./rewrite-target.ts";

type Path = Place["path"];

/** The way to an element through open shadow roots, from the nearest id on. */
export function pathTo(element: Element): Path {
  const root = element.getRootNode();
  const path = pathInRoot(element, root);
  if (!(root instanceof ShadowRoot)) return path;
  return [...pathTo(root.host), { kind: "shadow" }, ...path];
}

/** The element that a path leads to in a document, or null. */
export function followPath(document: Document, path: Path): Element | null {
  let root: Document | ShadowRoot = document;
  let here: Element | null = null;
  for (const step of path) {
    switch (step.kind) {
      case "id":
        here = root.getElementById(step.id);
        break;
      case "child":
        here = (here ?? root).children[step.index] ?? null;
        break;
      case "shadow": {
        const shadow: ShadowRoot | null = here?.shadowRoot ?? null;
        if (!shadow) return null;
        root = shadow;
        here = null;
        continue;
      }
    }
    if (!here) return null;
  }
  return here;
}

function pathInRoot(element: Element, root: Node): Path {
  const path: Path = [];
  for (let here = element; ;) {
    if (isOnlyOne(here.id, root)) return [{ kind: "id", id: here.id }, ...path];
    const parent: ParentNode | null = here.parentNode instanceof Element ? here.parentNode : null;
    const siblings = (parent ?? (root as ParentNode)).children;
    path.unshift({ kind: "child", index: Array.prototype.indexOf.call(siblings, here) });
    if (!(parent instanceof Element)) return path;
    here = parent;
  }
}

function isOnlyOne(id: string, root: Node): boolean {
  if (!id || !(root instanceof Document || root instanceof ShadowRoot)) return false;
  return root.querySelectorAll(`#${CSS.escape(id)}`).length === 1;
}
