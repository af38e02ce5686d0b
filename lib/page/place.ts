import { shadowOf } from "./describe-element.ts";
import type { PageSnapshot } from "./page-snapshot.ts";

/**
 * The place of a node: steps from the body down to the element, `3/0/s/1`. A number is a child
 * element, `s` enters a shadow root and `f` a frame's body.
 */
export function placeOf(node: number, snapshot: PageSnapshot, hosts: Map<number, number>): string {
  const steps: string[] = [];
  let at = node;
  while (at > 0) {
    const step = stepOf(at, snapshot);
    if (step) steps.push(step);
    at = hosts.get(at) ?? snapshot.parents[at] ?? -1;
  }
  return steps.toReversed().join("/");
}

function stepOf(node: number, { tags, steps }: PageSnapshot): string {
  const tag = tags[node];
  if (tag === "#shadow") return "s";
  if (tag === "#frame") return "f";
  return tag === "#text" ? "" : String(steps[node]);
}

/** The element at a place, or null when the document has none there any more. */
export function elementAt(document: Document, place: string): Element | null {
  let at: Element | ShadowRoot | null = document.body;
  for (const step of place ? place.split("/") : []) {
    if (!at) return null;
    at = follow(at, step);
  }
  return at && "host" in at ? at.host : at;
}

function follow(at: Element | ShadowRoot, step: string): Element | ShadowRoot | null {
  if (step === "s") return "shadowRoot" in at ? shadowOf(at) : null;
  if (step === "f") return (at as Partial<HTMLIFrameElement>).contentDocument?.body ?? null;
  return at.children[Number(step)] ?? null;
}
