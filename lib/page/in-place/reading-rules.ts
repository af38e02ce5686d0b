import { hasLetters } from "../../text/inline-piece.ts";
import { isElement } from "../node-kinds.ts";

/** How an element is met when a page's text is gone through to be translated. */
export type Role =
  /** A block of its own, read by itself. */
  | "block"
  /** Words in a sentence that have a look or a use: bold, a link. */
  | "markup"
  /** Stands in a sentence as it is: code, a picture, a number. */
  | "thing"
  /** Cannot be seen now: read by itself, and what is around it goes on. */
  | "hidden"
  /** Nothing for a reader is in it, and what is around it goes on. */
  | "none"
  /** Ends the text before it, and is never read. */
  | "closed";

const withoutText = words(
  "script style noscript template link meta title head source track param datalist",
);
const things = words("img svg picture math code kbd samp var wbr");
const closed = words(
  "br hr pre textarea select input iframe frame object embed video audio canvas math-field",
);
/** What starts anew, or stops, once it is moved. */
const unmovable = "iframe, frame, object, embed, video, audio";
/** Blocks by their use, wherever they stand. */
const controls = words("button label summary option legend figcaption");

/** The most that stands in a sentence as one piece of markup; more than that is read by itself. */
const markupLimits = { characters: 300, nodes: 100 };

/** Elements in which nothing is read. */
export const unread = [
  "head, [translate=no], .notranslate, [contenteditable]:not([contenteditable=false])",
  ...withoutText,
  ...things,
  ...closed,
].join(", ");

/** How an element is met. */
export function roleOf(element: Element): Role {
  const role = outerRole(element);
  return role === "markup" ? inlineRole(element) : role;
}

/** The title of a document, which alone is read of what is in its head. */
export function isTitle(element: Element): boolean {
  return element.matches("head > title");
}

/** Whether the page says that an element is not to be translated. */
export function isKept(element: Element): boolean {
  return element.getAttribute("translate") === "no" || element.classList.contains("notranslate");
}

/** Whether markup does more than to give its words a look, so that it must keep some. */
export function hasUse(element: Element): boolean {
  return element.matches("a, button, [role=button], [role=link], [tabindex]");
}

/** A row of links or a button has no room for a second text; in a flexible box it would be beside. */
export function hasRoomBelow(element: Element): boolean {
  if (element.closest("button, label, summary, nav, title")) return false;
  return roleOf(element) === "block" && !/flex|grid/.test(displayOf(element));
}

/** The role that an element has by itself; what is in markup may still make it a block. */
function outerRole(element: Element): Role {
  const tag = element.localName;
  if (withoutText.has(tag)) return "none";
  const display = displayOf(element);
  if (display === "none") return isKept(element) || closed.has(tag) ? "none" : "hidden";
  if (closed.has(tag) || isEditable(element)) return "closed";
  const isInline = /^(inline|ruby|contents|$)/.test(display) || isLargeLetter(element);
  if (isKept(element) || things.has(tag))
    return isInline && !element.querySelector(unmovable) ? "thing" : "closed";
  return isInline && !controls.has(tag) && !element.shadowRoot ? "markup" : "block";
}

/** Whether what is in an element is a part of a sentence; without a letter it is no words. */
function inlineRole(element: Element): Role {
  let { characters, nodes } = markupLimits;
  const left = [...element.childNodes];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.nodeType === Node.TEXT_NODE) characters -= node.nodeValue?.length ?? 0;
    if (--nodes < 0 || characters < 0) return "block";
    if (!isElement(node)) continue;
    const role = outerRole(node);
    if (role === "block" || role === "closed") return "block";
    if (role === "markup") left.push(...node.childNodes);
  }
  return hasLetters(element.textContent) ? "markup" : "thing";
}

/** A first letter that floats beside its text is still a part of its word. */
function isLargeLetter(element: Element): boolean {
  if (element.localName !== "span" || element.textContent.trim().length !== 1) return false;
  return !["", "none"].includes(styleOf(element)?.float ?? "");
}

function displayOf(element: Element): string {
  return styleOf(element)?.display ?? "";
}

function isEditable(element: Element): boolean {
  return "isContentEditable" in element && element.isContentEditable === true;
}

function styleOf(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
