import type { EditableField } from "./editable-field.ts";
import { paste, press, reachesAll } from "./editing-events.ts";
import type { Run } from "./marks.ts";
import { htmlOf } from "./paste-html.ts";

/** What is put in place of what is selected. */
export interface Insertion {
  text: string;
  /** The same text with what it keeps of the old one's bold, links and so on; null if nothing. */
  kept: readonly Run[] | null;
}

/** One way to write into a page. */
export interface Way {
  /** Tells the editor by an event, which it takes or leaves; otherwise the browser writes itself. */
  isEvent: boolean;
  isHtml: boolean;
  /** Writes in place of what is selected; true if it was taken. */
  write(field: EditableField, insertion: Insertion): boolean;
}

/**
 * The ways to try, one after the other: as text, which keeps the formatting around, and as HTML where
 * there is formatting within to keep, or where lines as text were not exact.
 */
export function waysFor({ isRich }: EditableField, { text, kept }: Insertion): readonly Way[] {
  if (text === "") return [askToDelete, pressBackspace, deleteSelected];
  if (kept) return [pasteHtml, pasteText, insertHtml, insertText];
  const asParagraphs = isRich && /[\n\t]/.test(text);
  return asParagraphs ? [pasteText, pasteHtml, insertText, insertHtml] : [pasteText, insertText];
}

const pasteText: Way = {
  isEvent: true,
  isHtml: false,
  write: ({ element }, { text }) => paste(element, { "text/plain": text }),
};

const pasteHtml: Way = {
  isEvent: true,
  isHtml: true,
  write: ({ element }, insertion) =>
    paste(element, { "text/plain": insertion.text, "text/html": asHtml(insertion) }),
};

const insertText: Way = {
  isEvent: false,
  isHtml: false,
  write: ({ element }, { text }) => element.ownerDocument.execCommand("insertText", false, text),
};

const insertHtml: Way = {
  isEvent: false,
  isHtml: true,
  write: ({ element }, insertion) =>
    element.ownerDocument.execCommand("insertHTML", false, asHtml(insertion)),
};

const askToDelete: Way = {
  isEvent: true,
  isHtml: false,
  write: ({ element }) =>
    !element.dispatchEvent(
      new InputEvent("beforeinput", { inputType: "deleteContentBackward", ...reachesAll }),
    ),
};

const pressBackspace: Way = {
  isEvent: true,
  isHtml: false,
  write: ({ element }) => press(element, { key: "Backspace", code: "Backspace", keyCode: 8 }),
};

const deleteSelected: Way = {
  isEvent: false,
  isHtml: false,
  write: ({ element }) => element.ownerDocument.execCommand("delete"),
};

function asHtml({ text, kept }: Insertion): string {
  return htmlOf(kept ?? [{ text, marks: [] }]);
}
