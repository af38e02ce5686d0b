import { plainSpaces } from "./clean-text.ts";
import { HostText } from "./host-text.ts";
import type { Run } from "./marks.ts";

/** Where text can be typed: its text, and the selection in it by UTF-16 units of that text. */
export interface EditableField {
  readonly element: HTMLElement;
  /** Whether it holds paragraphs as elements, not as characters. */
  readonly isRich: boolean;
  readText(): string;
  /** The text between two places, and what it is set in. */
  readRuns(start: number, end: number): Run[];
  /** Whether the lines between two places are paragraphs, and no items of a list or the like. */
  hasOnlyParagraphs(start: number, end: number): boolean;
  /** What is selected in it now, or null. */
  readSelection(): { start: number; end: number } | null;
  /** Selects text in it, where nothing but text is between the two. */
  select(start: number, end: number): boolean;
  /** A text as it is compared here: of the same length, without what the field cannot tell apart. */
  comparable(text: string): string;
  /** Puts a text that it held before back where no undo does, if that can be done from outside. */
  restore(text: string): void;
}

/** A field of text that an element is, or null where it is none that can hold a selection. */
export function fieldOf(element: Element): EditableField | null {
  if (element instanceof HTMLTextAreaElement) return textControl(element);
  if (element instanceof HTMLInputElement)
    return inputTypes.has(element.type) ? textControl(element) : null;
  return element instanceof HTMLElement && isEditingHost(element) ? editingHost(element) : null;
}

/** Inputs whose selection can be read and set. */
const inputTypes = new Set(["text", "search", "url", "tel"]);

/** The outermost editable element around a node, or null. */
export function hostAround(node: Node): HTMLElement | null {
  let host = node instanceof HTMLElement ? node : node.parentElement;
  if (!host?.isContentEditable) return null;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

function isEditingHost(element: HTMLElement): boolean {
  return element.isContentEditable && !element.parentElement?.isContentEditable;
}

function textControl(control: HTMLInputElement | HTMLTextAreaElement): EditableField {
  return {
    element: control,
    isRich: false,
    readText: () => control.value,
    readRuns: (start, end) => [{ text: control.value.slice(start, end), marks: [] }],
    hasOnlyParagraphs: () => true,
    readSelection: () => ({ start: control.selectionStart ?? 0, end: control.selectionEnd ?? 0 }),
    select: (start, end) => {
      control.setSelectionRange(start, end);
      return control.selectionStart === start && control.selectionEnd === end;
    },
    comparable: (text) => text,
    restore: (text) => {
      control.value = text;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      if (control.value !== text) control.value = text; // the page changes whatever is put in
    },
  };
}

function editingHost(host: HTMLElement): EditableField {
  return {
    element: host,
    isRich: true,
    readText: () => new HostText(host).text,
    readRuns: (start, end) => new HostText(host).runsBetween(start, end),
    hasOnlyParagraphs: (start, end) => new HostText(host).hasOnlyParagraphsBetween(start, end),
    readSelection: () => readHostSelection(host),
    select: (start, end) => {
      const text = new HostText(host);
      const points = text.pointsOf(start, end);
      if (!points || text.hasObjectBetween(start, end)) return false;
      const { from, to } = points;
      selectionAt(host)?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
      return true;
    },
    // Where spaces collapse, editors write no-break spaces for those that should show.
    comparable: (text) => (new HostText(host).collapsesSpaces ? plainSpaces(text) : text),
    restore: () => {}, // an editor's model cannot be reached from outside
  };
}

function readHostSelection(host: HTMLElement): { start: number; end: number } | null {
  const selection = selectionAt(host);
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!host.contains(range.commonAncestorContainer)) return null;
  const text = new HostText(host);
  const start = text.indexOf({ node: range.startContainer, offset: range.startOffset });
  const end = text.indexOf({ node: range.endContainer, offset: range.endOffset });
  return { start, end };
}

/** The selection as it is seen from where a node is: a document does not see into shadow roots. */
export function selectionAt(node: Node): Selection | null {
  const root: Node & { getSelection?(): Selection | null } = node.getRootNode();
  return root.getSelection?.() ?? node.ownerDocument?.getSelection() ?? null;
}
