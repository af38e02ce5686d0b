import type { Frame, Page } from "playwright";
import {
  type EditorName,
  pageOf,
  type PayloadName,
  payloads,
  type Setting,
} from "./editor-list.ts";
import { Rewriter } from "./inject-rewriter.ts";
import type { EditorServer } from "./serve-editors.ts";

/** How one replacement in one editor went, by the editor's own model. */
export interface Trial {
  /**
   * `exact`; `copy-offered` with the old text as it was; `unread` where the selection was not found or
   * is not the line; `deselected` where the editor itself takes every selection back, so that no
   * reader has one; `not-tried` where the editor could not be used; `WRONG`, which must never be.
   */
  outcome: "exact" | "copy-offered" | "unread" | "deselected" | "not-tried" | "WRONG";
  /** Whether one undo of the reader's brought the old text back with its formatting; null if none was due. */
  undo: boolean | null;
  /** Whether one redo brought the new one. */
  redo: boolean | null;
  /** Whether the bold word that one of the payloads keeps is still bold, and nothing else is; or null. */
  bold: boolean | null;
  /** What was seen where it went wrong. */
  note?: string;
}

/** An editor as its page shows it, from `pages/present.js`. */
declare const editor: { text(): string; model(): string };

/** What is selected and replaced. */
export const old = "Old words stand here.";

/** Selects the second line of an editor as a reader does, replaces it, undoes and redoes. */
export async function tryEditor(
  page: Page,
  server: EditorServer,
  { name, setting, payload }: { name: EditorName; setting: Setting; payload: PayloadName },
): Promise<Trial> {
  await page.goto(server.urlOf(name, setting));
  const frame = await editorFrame(page, setting);
  await selectOld(page, textFrame(frame, name), name);
  const before = await held(frame);
  const rewriter = await Rewriter.for(page);
  const target = await rewriter.read().catch((thrown: unknown) => String(thrown));
  if (typeof target === "string")
    return { ...((await hasSelection(frame)) ? unread : deselected), note: target };
  if (target.kind === "copy-only") return { ...refused, note: target.reason };
  if (target.text !== old) return { ...unread, note: `read ${JSON.stringify(target.text)}` };
  const wanted = before.text.replace(old, () => payloads[payload]);
  const outcome = await rewriter.replace(target, payloads[payload]);
  const after = await held(frame);
  const isExact = outcome.kind === "replaced" && isSame(name, after.text, wanted);
  const isAsBefore = outcome.kind === "refused" && after.model === before.model;
  const note = JSON.stringify({ outcome, text: after.text.slice(0, 300) });
  if (isAsBefore) return { ...refused, note: outcome.reason };
  if (!isExact) return { ...refused, outcome: "WRONG", note };
  await page.keyboard.press("Control+z");
  const undo = await becomes(frame, before.model);
  await page.keyboard.press("Control+Shift+z");
  const redo = await becomes(frame, after.model);
  const bold =
    payload === "one line" && !unformatted.includes(pageOf(name).page)
      ? after.model === withNewLine(before.model)
      : null;
  return { outcome: "exact", undo, redo, bold };
}

const refused = { outcome: "copy-offered", undo: null, redo: null, bold: null } as const;
const unread = { ...refused, outcome: "unread" } as const;
const deselected = { ...refused, outcome: "deselected" } as const;

function hasSelection(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => document.getSelection()?.type === "Range");
}

/** Editors of plain text. */
const unformatted: readonly string[] = ["textarea", "input", "react-field", "codemirror"];

/** All that an editor holds, with the words around the bold one changed to those of “one line”. */
function withNewLine(model: string): string {
  return model.replace("Old ", "New ").replace(" stand here.", " stand in its place.");
}

/** Where the editor itself writes spaces as no-break spaces, it means spaces. */
export function isSame(name: EditorName, shown: string, wanted: string): boolean {
  const writesNbsp = /^(contenteditable|ckeditor|tinymce)/.test(name);
  return (writesNbsp ? shown.replaceAll("\u00A0", " ") : shown) === wanted;
}

/** The frame that shows an editor's text, of the one that the editor runs in. */
export function textFrame(frame: Frame, name: EditorName): Frame {
  return (name === "tinymce-classic" ? frame.childFrames()[0] : null) ?? frame;
}

/** The frame that an editor runs in, once it is there. */
export async function editorFrame(page: Page, setting: Setting): Promise<Frame> {
  const frame = setting === "iframe" ? page.frames()[1] : page.mainFrame();
  if (!frame) throw new Error("the frame is missing");
  await frame.waitForFunction(() => {
    try {
      return editor.text().includes("Old words stand here.");
    } catch {
      return false; // an editor that still loads
    }
  });
  return frame;
}

export async function selectOld(page: Page, frame: Frame, name: EditorName): Promise<void> {
  if (["textarea", "input", "react-field"].includes(pageOf(name).page)) {
    const field = frame.locator("textarea, input");
    await field.evaluate((field: HTMLInputElement, old) => {
      field.focus();
      const start = field.value.indexOf(old);
      field.setSelectionRange(start, start + old.length);
    }, old);
    return;
  }
  await frame.getByText("stand here.").last().click();
  // Slate puts the caret where it saw it after a click, which takes back what keys have selected
  if (pageOf(name).page === "slate") await letSelectionSettle(frame);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
}

/**
 * Some editors look at what is selected only every tenth of a second, and apply a key to what they
 * saw; no reader is so quick.
 */
export function letSelectionSettle(frame: Frame): Promise<void> {
  return frame.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        const count = (left: number) =>
          left === 0 ? resolve() : requestAnimationFrame(() => count(left - 1));
        count(frames);
      }),
    15,
  );
}

/** What an editor holds, by its own model. */
export function held(frame: Frame): Promise<{ text: string; model: string }> {
  return frame.evaluate(() => ({ text: editor.text(), model: editor.model() }));
}

async function becomes(frame: Frame, model: string): Promise<boolean> {
  return frame
    .waitForFunction((model) => editor.model() === model, model, { timeout: 700 })
    .then(() => true)
    .catch(() => false);
}
