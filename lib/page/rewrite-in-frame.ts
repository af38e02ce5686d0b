import { type EditableField, fieldOf } from "./editable-field.ts";
import { followPath } from "./field-path.ts";
import { isKeyCatcher } from "./canvas-editor.ts";
import { narrowChange } from "./narrow-change.ts";
import { isProtected } from "./protected-field.ts";
import { readFrame, signatureOf } from "./read-selection.ts";
import { type FrameReading, parseRequest, type ReplaceOutcome } from "./rewrite-target.ts";
import type { Place } from "./rewrite-target.ts";
import { takeBack, writeText } from "./write-text.ts";

/** Does what was asked of this frame: reads its selection, replaces it, or takes that back. */
export async function rewriteInFrame(window: Window): Promise<FrameReading | ReplaceOutcome> {
  const request = parseRequest(Reflect.get(globalThis, "sottoRequest"));
  Reflect.deleteProperty(globalThis, "sottoRequest");
  if (request.kind === "read") return readFrame(window);
  const { text, to, place } = request;
  const field = findField(window.document, place);
  if (!field) return { kind: "refused", reason: "gone" };
  const shown = request.kind === "replace" ? text : to;
  const start = locate(field, shown, place);
  if (start === null) return { kind: "refused", reason: "changed" };
  if (text === to) return { kind: "replaced" };
  const isDone =
    request.kind === "replace"
      ? await replaceAt(field, start, { text, to })
      : await takeBackAt(field, start, { text, to });
  return isDone ? { kind: "replaced" } : { kind: "refused", reason: "not-kept" };
}

function findField(document: Document, place: Place): EditableField | null {
  const element = followPath(document, place.path);
  if (!(element instanceof HTMLElement) || signatureOf(element) !== place.field) return null;
  return isProtected(element) || isKeyCatcher(element) ? null : fieldOf(element);
}

/** Where a text stands now: at its place, or at the only other one with the same text around it. */
function locate(field: EditableField, text: string, place: Place): number | null {
  const { start, before, after } = place;
  const whole = field.comparable(field.readText());
  const known = field.comparable(before + text + after);
  const from = start - before.length;
  if (whole.startsWith(known, from)) return start;
  const found = whole.indexOf(known);
  const isOnly = found >= 0 && whole.indexOf(known, found + 1) < 0;
  return isOnly ? found + before.length : null;
}

interface Exchange {
  text: string;
  to: string;
}

function replaceAt(field: EditableField, at: number, { text, to }: Exchange): Promise<boolean> {
  const { start, end, text: part } = narrowChange(text, to);
  return writeText(field, { start: at + start, end: at + end, text: part });
}

function takeBackAt(field: EditableField, at: number, { text, to }: Exchange): Promise<boolean> {
  const now = field.readText();
  return takeBack(field, now.slice(0, at) + text + now.slice(at + to.length));
}
