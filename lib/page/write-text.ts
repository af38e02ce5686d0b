import { isSetAs } from "./compare-marks.ts";
import type { EditableField } from "./editable-field.ts";
import { copy } from "./editing-events.ts";
import { keepMarks } from "./keep-marks.ts";
import type { Run } from "./marks.ts";
import type { Change } from "./narrow-change.ts";
import { redoOnce, type Step, undoInBrowser, undoOnce } from "./page-history.ts";
import { waysFor } from "./writing-ways.ts";

/** How long editors need until a selection or a text put into the page has reached their model. */
const settleMs = 120;
/** How long editors wait before they write what they did not say that they would. */
const lateMs = 50;
/** How long an editor may take to show a text that it has taken. */
const takeMs = 400;
/** The most steps of an editor's history that a replacement that went wrong may have made. */
const stepsOfFailure = 4;

/**
 * Makes a field's selected text into another the way a reader would who pastes it, so that the page's
 * own undo takes it back in one step, and keeps what is bold, linked and so on in it where the editor
 * allows. True once the field shows exactly that; otherwise what it showed before stands again,
 * wherever the editor allows that.
 */
export async function writeText(field: EditableField, change: Change): Promise<boolean> {
  const { start, end, text } = change;
  const old = field.readText();
  const wanted = old.slice(0, start) + text + old.slice(end);
  const kept = keptOf(field, change);
  const holdsMarks = kept ? checkMarks(field, change, kept) : () => true;
  let isTaken = false;
  for (const way of waysFor(field, { text, kept })) {
    // Who takes what is pasted need not know what is typed for it, and could not undo it.
    if (isTaken && !way.isEvent) return false;
    if (!(await selectAndSettle(field, change)) || !isShown(field, old)) return false;
    const isTakenNow = way.write(field, { text, kept });
    isTaken ||= isTakenNow;
    if (!isTakenNow && !(await changes(field, old))) continue;
    if ((await shows(field, wanted)) && (!way.isHtml || holdsMarks())) return true;
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

/** The new text with the formatting that it keeps; null where that is none, or too much is unknown. */
function keptOf(field: EditableField, { start, end, text }: Change): Run[] | null {
  if (text.includes("\n") && !field.hasOnlyParagraphs(start, end)) return null;
  return keepMarks(field.readRuns(start, end), text);
}

/** Whether, when asked later, all around is set as it is now, and what was put in is set as wanted. */
function checkMarks(
  field: EditableField,
  { start, end, text }: Change,
  kept: readonly Run[],
): () => boolean {
  const before = field.readRuns(0, start);
  const after = field.readRuns(end, field.readText().length);
  const put = { start, end: start + text.length };
  return () =>
    isSetAs(field.readRuns(0, field.readText().length), [...before, ...kept, ...after], put);
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
  const copied = copy(element);
  return copied === null || holdsInOrder(copied, selected);
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
  const root = element.getRootNode();
  const tellsFocus = root instanceof Document || root instanceof ShadowRoot;
  if (!tellsFocus || root.activeElement !== element) element.focus({ preventScroll: true });
}

/** Whether a text is another a moment later: some editors do not tell that they took what is pasted. */
async function changes(field: EditableField, old: string): Promise<boolean> {
  await pause(lateMs);
  return field.readText() !== old;
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
