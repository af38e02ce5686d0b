import { isElement, isShadow } from "./node-kinds.ts";

/** The language that a page says a node is in, as the page says it; none where it says nothing. */
export function declaredLanguage(node: Node | null): string | undefined {
  for (let at = node; at; at = isShadow(at) ? at.host : at.parentNode) {
    const declared = isElement(at) ? at.getAttribute("lang")?.trim() : undefined;
    if (declared) return declared;
  }
  return undefined;
}
