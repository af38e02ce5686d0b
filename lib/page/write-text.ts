import type { EditableField } from "./editable-field.ts";

/** How long editors need until a selection or a text put into the page has reached their model. */
const settleMs = 120;
/** How long an editor may take to show a text that it has taken. */
const takeMs = 400;
/** The most steps of an editor's history that a replacement that went wrong may have made. */
const stepsOfFailure = 4;

/**
 * Makes a field's selected text into `text` the way a reader would who pastes it, so that the page's
 * own undo takes it back in one step. True once the field shows exactly `wanted`; otherwise what it
 * showed before stands again, wherever the editor allows that.
 */
export async function writeText(
  field: EditableField,
  range: { start: number; end: number; text: string },
): Promise<boolean> {
  const old = field.readText();
  const wanted = old.slice(0, range.start) + range.text + old.slice(range.end);
  let isTaken = false;
  for (const way of waysFor(field, range.text)) {
    // Who takes what is pasted need not know what is typed for it, and could not undo it.
    if (isTaken && !way.isEvent) return false;
    if (!(await selectAndSettle(field, range)) || field.readText() !== old) return false;
    const isTakenNow = way.write(field, range.text);
    isTaken ||= isTakenNow;
    if (!isTakenNow && field.readText() === old) continue;
    if (await shows(field, wanted)) return true;
    if (!(await goBack(field, old))) return false;
  }
  return false;
}

/** Takes the last step back by the page's own undo; true once the field shows `wanted` again. */
export async function takeBack(field: EditableField, wanted: string): Promise<boolean> {
  const shown = field.readText();
  focus(field);
  await pause(settleMs);
  if (await stepsUntil(field, wanted, { step: undoOnce, most: 1 })) return true;
  await stepsUntil(field, shown, { step: redoOnce, most: 1 });
  return false;
}

interface Way {
  /** Tells the editor by an event, which it takes or leaves; otherwise the browser writes itself. */
  isEvent: boolean;
  /** Writes in place of what is selected; true if it was taken. */
  write(field: EditableField, text: string): boolean;
}

/** First as text, which keeps the formatting around; as paragraphs where that was not exact. */
function waysFor({ isRich }: EditableField, text: string): readonly Way[] {
  if (text === "") return [askToDelete, pressBackspace, deleteSelected];
  const asParagraphs = isRich && /[\n\t]/.test(text);
  return asParagraphs
    ? [pasteText, pasteParagraphs, insertText, insertParagraphs]
    : [pasteText, insertText];
}

const pasteText: Way = {
  isEvent: true,
  write: (field, text) => paste(field, { "text/plain": text }),
};

const pasteParagraphs: Way = {
  isEvent: true,
  write: (field, text) => paste(field, { "text/plain": text, "text/html": paragraphs(text) }),
};

const insertText: Way = {
  isEvent: false,
  write: ({ element }, text) => element.ownerDocument.execCommand("insertText", false, text),
};

const insertParagraphs: Way = {
  isEvent: false,
  write: ({ element }, text) =>
    element.ownerDocument.execCommand("insertHTML", false, paragraphs(text)),
};

const askToDelete: Way = {
  isEvent: true,
  write: ({ element }) =>
    !element.dispatchEvent(
      new InputEvent("beforeinput", { inputType: "deleteContentBackward", ...reachesAll }),
    ),
};

const pressBackspace: Way = {
  isEvent: true,
  write: ({ element }) => press(element, { key: "Backspace", code: "Backspace", keyCode: 8 }),
};

const deleteSelected: Way = {
  isEvent: false,
  write: ({ element }) => element.ownerDocument.execCommand("delete"),
};

/** How the browser's own events of editing go through a page. */
const reachesAll = { bubbles: true, cancelable: true, composed: true };

function paste({ element }: EditableField, flavours: Record<string, string>): boolean {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(flavours)) clipboardData.setData(type, text);
  return !element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, ...reachesAll }));
}

function paragraphs(text: string): string {
  return text
    .split("\n")
    .map((line) => `<p>${escape(line) || "<br>"}</p>`)
    .join("");
}

function escape(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.replaceAll(/\t+/g, '<span style="white-space: pre">$&</span>');
}

async function selectAndSettle(
  field: EditableField,
  { start, end }: { start: number; end: number },
): Promise<boolean> {
  focus(field);
  if (!field.select(start, end)) return false;
  await pause(settleMs);
  const now = field.readSelection();
  if (now?.start !== start || now.end !== end) return false;
  return !field.isRich || knowsSelection(field, field.readText().slice(start, end));
}

/**
 * Whether an editor that answers what would be copied has the same text selected. Some do not see
 * what is selected in a shadow root, and would put a text elsewhere.
 */
function knowsSelection({ element }: EditableField, selected: string): boolean {
  const clipboardData = new DataTransfer();
  const isLeft = element.dispatchEvent(
    new ClipboardEvent("copy", { clipboardData, ...reachesAll }),
  );
  return isLeft || holdsInOrder(clipboardData.getData("text/plain"), selected);
}

/** Whether all that shows of a text stands in a copy of it, which may have markup between. */
function holdsInOrder(copy: string, text: string): boolean {
  let at = -1;
  for (const character of text.replaceAll(/[\s\uFFFC]/g, "")) {
    at = copy.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function focus({ element }: EditableField): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (root.activeElement !== element) element.focus({ preventScroll: true });
}

async function shows(field: EditableField, wanted: string): Promise<boolean> {
  const until = performance.now() + takeMs;
  do {
    await pause(25);
    if (isShown(field, wanted)) return staysSo(field, wanted);
  } while (performance.now() < until);
  return false;
}

/** Some editors correct what they show a moment later. */
async function staysSo(field: EditableField, wanted: string): Promise<boolean> {
  await pause(settleMs);
  return isShown(field, wanted);
}

function isShown(field: EditableField, wanted: string): boolean {
  return field.comparable(field.readText()) === field.comparable(wanted);
}

async function goBack(field: EditableField, old: string): Promise<boolean> {
  for (const step of [undoOnce, undoInBrowser])
    if (await stepsUntil(field, old, { step, most: stepsOfFailure })) return true;
  field.restore(old);
  return field.readText() === old;
}

type Step = (field: EditableField) => void;

async function stepsUntil(
  field: EditableField,
  wanted: string,
  { step, most }: { step: Step; most: number },
): Promise<boolean> {
  for (let count = 0; count < most; count++) {
    const shown = field.readText();
    if (isShown(field, wanted)) return true;
    step(field);
    await pause(settleMs);
    if (field.readText() === shown) return false;
  }
  return isShown(field, wanted);
}

const undoOnce: Step = ({ element }) => {
  const isTaken = press(element, { key: "z", code: "KeyZ", keyCode: 90, ...shortcut() });
  if (!isTaken) element.ownerDocument.execCommand("undo");
};

/** Where an editor takes the key for undoing but did not notice what was written. */
const undoInBrowser: Step = ({ element }) => {
  element.ownerDocument.execCommand("undo");
};

const redoOnce: Step = ({ element }) => {
  const keys = { key: "Z", code: "KeyZ", keyCode: 90, shiftKey: true, ...shortcut() };
  if (!press(element, keys)) element.ownerDocument.execCommand("redo");
};

function shortcut(): KeyboardEventInit {
  return /Mac/.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true };
}

/** Whether an editor took a key as its own. */
function press(element: HTMLElement, keys: KeyboardEventInit): boolean {
  return !element.dispatchEvent(new KeyboardEvent("keydown", { ...keys, ...reachesAll }));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
