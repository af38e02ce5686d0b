import { hasLetters } from "../../text/inline-piece.ts";
import { PageChanges } from "./page-changes.ts";
import type { PageUnit } from "./page-unit.ts";

/** Attributes that people read or hear. */
export const labelNames = ["title", "alt", "placeholder", "aria-label", "value"] as const;

/** What a page shows by an attribute. */
export class Label implements PageUnit {
  readonly element: Element;
  readonly original: string;
  readonly sentenceCount = 1;
  readonly #name: string;
  readonly #changes = new PageChanges();
  #translation: string | null = null;

  constructor(element: Element, name: string) {
    this.element = element;
    this.#name = name;
    this.original = element.getAttribute(name) ?? "";
  }

  get translatedCount(): number {
    return this.#translation === null ? 0 : 1;
  }

  get texts(): readonly string[] {
    return [this.original.trim()];
  }

  take([translation = null]: readonly (string | null)[]): boolean {
    this.#translation = translation === this.original.trim() ? null : translation;
    return false;
  }

  write(): void {
    if (this.#translation === null) return;
    if (this.element.getAttribute(this.#name) !== this.original) return;
    this.#changes.setAttribute(this.element, this.#name, this.#translation);
  }

  get isIntact(): boolean {
    return this.#changes.isIntact;
  }

  undo(): void {
    this.#changes.undo();
  }
}

/** Where attributes may be found that people read. */
export const labelled = labelNames.map((name) => `[${name}]`).join(", ");

/** The labels of an element. */
export function labelsOf(element: Element): Label[] {
  if (element.closest("[translate=no], .notranslate")) return [];
  return labelNames
    .filter((name) => hasLetters(element.getAttribute(name) ?? "") && isLabel(element, name))
    .map((name) => new Label(element, name));
}

/** The value of a field is the reader's, and that of a named button is sent with its form. */
function isLabel(element: Element, name: (typeof labelNames)[number]): boolean {
  if (name !== "value") return name !== "title" || element.localName !== "style";
  if (!(element instanceof HTMLInputElement)) return false;
  return /^(button|reset|submit)$/.test(element.type) && !element.name;
}
