import { isKeyCatcher } from "./canvas-editor.ts";
import { declaredLanguage } from "./declared-language.ts";
import { type EditableField, fieldOf, hostAround, selectionAt } from "./editable-field.ts";
import { pathTo } from "./field-path.ts";
import { isProtected } from "./protected-field.ts";
import type { FrameReading, Place, Selected } from "./rewrite-target.ts";

/** The most characters on each side of a selection by which its place is known again. */
export const contextCharacters = 60;

/** Tells what is selected in this frame, and which frame it is. */
export function readFrame(window: Window): FrameReading {
  const active = deepActive(window.document);
  const child = isFrame(active) ? active.contentWindow : null;
  const node = isControl(active) ? active : selectedNode(window.document);
  return {
    framePath: framePath(window),
    focusedChild: child ? numberOf(child, window) : null,
    selected: child || !node ? null : readSelected(node, active),
    pageLanguage: declaredLanguage(node),
  };
}

/** What a field is, by which another one at the same place is told apart. */
export function signatureOf(field: HTMLElement): string {
  const attributes = ["type", "name", "id"].map((name) => field.getAttribute(name) ?? "");
  return [field.localName, ...attributes].join(" ");
}

/** @param node What everything selected is in. */
function readSelected(node: Node, active: Element | null): Selected | null {
  const host = isControl(active) ? active : (hostAround(node) ?? focusedHost(active));
  if (!host) return copyOnly(selectionAt(node)?.toString() ?? "", "not-editable");
  if (isProtected(host)) return { kind: "copy-only", text: "", reason: "protected-field" };
  const shown = host.ownerDocument.getSelection()?.toString() ?? "";
  if (isKeyCatcher(host)) return { kind: "copy-only", text: shown, reason: "canvas-editor" };
  const field = fieldOf(host);
  return field ? readField(field) : copyOnly(shown, "not-editable");
}

function isControl(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function readField(field: EditableField): Selected | null {
  const selection = field.readSelection();
  if (!selection) return null;
  const whole = field.readText();
  const { start, end } = withoutEdges(whole, selection);
  if (start >= end) return null;
  return {
    kind: "replaceable",
    text: whole.slice(start, end),
    place: describePlace(field, whole, { start, end }),
  };
}

function describePlace(
  { element }: EditableField,
  whole: string,
  { start, end }: { start: number; end: number },
): Place {
  return {
    path: pathTo(element),
    field: signatureOf(element),
    start,
    end,
    before: whole.slice(Math.max(0, start - contextCharacters), start),
    after: whole.slice(end, end + contextCharacters),
  };
}

/** Spaces and line breaks at the edges stay: a model would drop them, and paragraphs would join. */
function withoutEdges(whole: string, { start, end }: { start: number; end: number }) {
  const text = whole.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, text.trimEnd().length) };
}

function copyOnly(text: string, reason: "not-editable"): Selected | null {
  return text.trim() === "" ? null : { kind: "copy-only", text: text.trim(), reason };
}

/** The element that has the focus, in whichever open shadow root. */
export function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** A node that everything selected is in, in whichever open shadow root. */
function selectedNode(document: Document): Node | null {
  let selection = document.getSelection();
  for (let depth = 0; selection && selection.rangeCount > 0; depth++) {
    const range = selection.getRangeAt(0);
    const at = selection.anchorNode?.childNodes[selection.anchorOffset];
    const inner: ShadowRoot | null = at instanceof Element ? at.shadowRoot : null;
    const next = inner && depth < 100 ? selectionAt(inner) : null;
    if (
      next &&
      next !== selection &&
      next.rangeCount > 0 &&
      next.anchorNode !== selection.anchorNode
    )
      selection = next;
    else return range.collapsed ? selectedInFocus(document) : range.commonAncestorContainer;
  }
  return selectedInFocus(document);
}

function selectedInFocus(document: Document): Node | null {
  const active = deepActive(document);
  const selection = active && selectionAt(active);
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.collapsed) return range.commonAncestorContainer;
  // An editor on a canvas keeps its selection to itself.
  return active instanceof HTMLElement && active.isContentEditable && isKeyCatcher(active)
    ? active
    : null;
}

function focusedHost(active: Element | null): HTMLElement | null {
  const host = active && hostAround(active);
  return host && isKeyCatcher(host) ? host : null;
}

function isFrame(element: Element | null): element is HTMLIFrameElement {
  return element?.localName === "iframe" || element?.localName === "frame";
}

/** A frame's number in each document around it; these are told even across origins. */
function framePath(window: Window): number[] {
  const path: number[] = [];
  for (let here = window; here.parent !== here; here = here.parent)
    path.unshift(numberOf(here, here.parent));
  return path;
}

/** -1 for a frame in a shadow root, which its document does not number. */
function numberOf(child: Window, parent: Window): number {
  return Array.from({ length: parent.length }, (_, index) => parent[index]).indexOf(child);
}
