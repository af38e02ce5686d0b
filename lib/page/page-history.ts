import type { EditableField } from "./editable-field.ts";
import { press } from "./editing-events.ts";

/** One step of a page's history of edits. */
export type Step = (field: EditableField) => void;

/** As the key for undoing, which rich editors take as their own. */
export const undoOnce: Step = ({ element }) => {
  const isTaken = press(element, { key: "z", code: "KeyZ", keyCode: 90, ...shortcut() });
  if (!isTaken) element.ownerDocument.execCommand("undo");
};

/** Where an editor takes the key for undoing but did not notice what was written. */
export const undoInBrowser: Step = ({ element }) => {
  element.ownerDocument.execCommand("undo");
};

export const redoOnce: Step = ({ element }) => {
  const keys = { key: "Z", code: "KeyZ", keyCode: 90, shiftKey: true, ...shortcut() };
  if (!press(element, keys)) element.ownerDocument.execCommand("redo");
};

function shortcut(): KeyboardEventInit {
  return /Mac/.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true };
}
