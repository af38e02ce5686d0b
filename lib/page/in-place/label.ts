import { hasLetters } from "../../text/inline-piece.ts";
import { PageChanges } from "./page-changes.ts";
import type { PageUnit } from "./page-unit.ts";

/** Attributes that people read or hear. */
export const labelNames = [
  "title",
  "alt",
  "placeholder",
  "label",
  "value",
  "aria-label",
  "aria-description",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
] as const;
type LabelName = (typeof labelNames)[number];

/**
 * What a page shows by an attribute. A choice in a list is given one to show instead of its text,
 * which is what its form sends.
 */
export class Label implements PageUnit {
  readonly element: Element;
  readonly name: LabelName;
  readonly original: string;
  readonly sentenceCount = 1;
  readonly #before: string | null;
  readonly #changes = new PageChanges();
  #translation: string | null = null;
  #isLeft = false;
  #isWritten = false;

  constructor(element: Element, name: LabelName) {
    this.element = element;
    this.name = name;
    this.#before = element.getAttribute(name);
    this.original = textOf(element, name);
  }

  get translatedCount(): number {
    return this.#translation === null ? 0 : 1;
  }

  get leftCount(): number {
    return this.#isLeft ? 1 : 0;
  }

  get texts(): readonly string[] {
    return [this.original.trim()];
  }

  take([translation = null]: readonly (string | null)[]): boolean {
    this.#isLeft = translation === null;
    this.#translation = translation === this.original.trim() ? null : translation;
    return false;
  }

  write(): void {
    if (this.#translation === null || !this.isIntact) return;
    this.#isWritten = true;
    this.#changes.setAttribute(this.element, this.name, this.#translation);
  }

  get isIntact(): boolean {
    if (!this.#isWritten) return textOf(this.element, this.name) === this.original;
    const isOfText = this.#before === null;
    return this.#changes.isIntact && (!isOfText || textIn(this.element) === this.original);
  }

  undo(): void {
    this.#changes.undo();
  }
}

/** Where labels may be found. */
export const labelled = ["option", ...labelNames.map((name) => `[${name}]`)].join(", ");

/** The labels of an element. */
export function labelsOf(element: Element): Label[] {
  if (element.closest("[translate=no], .notranslate")) return [];
  return labelNames
    .filter((name) => isLabel(element, name) && hasLetters(textOf(element, name)))
    .map((name) => new Label(element, name));
}

function textOf(element: Element, name: LabelName): string {
  const text = element.getAttribute(name);
  return text ?? (isChoice(element) && name === "label" ? textIn(element) : "");
}

function textIn(element: Element): string {
  return element.textContent.trim().replace(/\s+/g, " ");
}

/** The value of a field is the reader's, and that of a named button is sent with its form. */
function isLabel(element: Element, name: LabelName): boolean {
  switch (name) {
    case "title":
      return !element.matches("style, link");
    case "label":
      return isChoice(element) || element.localName === "optgroup";
    case "value":
      return /^(button|reset|submit)$/.test(fieldType(element)) && !element.getAttribute("name");
    default:
      return true;
  }
}

/** Whether an element can be chosen from a list; what a field suggests would be put into the field. */
function isChoice(element: Element): boolean {
  return element.localName === "option" && !element.closest("datalist");
}

function fieldType(element: Element): string {
  return element.localName === "input" ? (element.getAttribute("type") ?? "").toLowerCase() : "";
}
