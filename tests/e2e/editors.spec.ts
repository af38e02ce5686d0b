import { expect, test } from "@playwright/test";
import { type Browser, chromium } from "playwright";
import { findBrowser } from "../../scripts/find-browser.mjs";
import {
  currentEditors,
  type EditorName,
  olderEditors,
  type PayloadName,
  payloads,
  settings,
} from "./editors/editor-list.ts";
import { raceEditor, races } from "./editors/race-editor.ts";
import { type EditorServer, serveEditors } from "./editors/serve-editors.ts";
import { tryEditor } from "./editors/try-editor.ts";

let browser: Browser;
let server: EditorServer;

test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? "chromium" });
  server = await serveEditors();
});
test.afterAll(async () => {
  server.close();
  await browser.close();
});

const payloadNames = Object.keys(payloads) as PayloadName[];

/** What an editor cannot hold, or does not show in full: there the old text stands, and Copy is offered. */
const copied: Partial<Record<EditorName, readonly PayloadName[]>> = {
  input: ["many lines", "blank lines", "tabs", "a list", "a trailing newline"],
  contenteditable: ["tabs"],
  codemirror: ["20,000 characters"],
  ckeditor: ["tabs"],
  tinymce: ["tabs"],
  "tinymce-classic": ["tabs"],
};

/** In all others the word that is bold in the old line, and is kept in the new one, must stay so. */
const losesBold: readonly EditorName[] = ["slate"];

for (const name of currentEditors)
  test(`in ${name}, what is put in is exact, one undo and one redo away, or refused`, async () => {
    test.setTimeout(120_000);
    const page = await browser.newPage();
    const seen: Record<string, unknown> = {};
    const bold: unknown[] = [];
    for (const payload of payloadNames) {
      const { outcome, undo, redo, ...trial } = await tryEditor(page, server, {
        name,
        setting: "plain",
        payload,
      });
      seen[payload] = { outcome, undo, redo };
      if (trial.bold !== null) bold.push(trial.bold);
    }
    await page.close();
    const exact = { outcome: "exact", undo: true, redo: true };
    const offered = { outcome: "copy-offered", undo: null, redo: null };
    const wanted = payloadNames.map((payload) => [
      payload,
      copied[name]?.includes(payload) ? offered : exact,
    ]);
    expect(seen).toEqual(Object.fromEntries(wanted));
    expect(bold.every((isKept) => isKept !== losesBold.includes(name))).toBe(true);
  });

for (const name of Object.keys(olderEditors) as (keyof typeof olderEditors)[])
  test(`in ${name}, an older version, the same holds for a line and for several`, async () => {
    const page = await browser.newPage();
    for (const payload of ["one line", "blank lines"] as const) {
      const trial = await tryEditor(page, server, { name, setting: "plain", payload });
      expect(trial, payload).toMatchObject({ outcome: "exact", undo: true, redo: true });
    }
    await page.close();
  });

for (const setting of settings.slice(1))
  test(`in a page's ${setting}, a field and an editor are found and written`, async () => {
    const page = await browser.newPage();
    for (const name of ["textarea", "prosemirror"] as const) {
      const trial = await tryEditor(page, server, { name, setting, payload: "many lines" });
      expect(trial).toMatchObject({ outcome: "exact", undo: true, redo: true });
    }
    await page.close();
  });

const raced = ["prosemirror", "lexical", "slate", "quill", "ckeditor"] as const;

for (const race of Object.keys(races) as (keyof typeof races)[])
  test(`when in an editor ${race}, nothing of it is overwritten`, async () => {
    const page = await browser.newPage();
    const { ends } = races[race];
    for (const name of [...raced, ...raced]) {
      const { outcome, isAsItShould } = await raceEditor(page, server, { name, race });
      const wanted = ends === "replaced" ? { kind: ends } : { kind: "refused", reason: ends };
      expect(outcome, name).toEqual(wanted);
      expect(isAsItShould, name).toBe(true);
    }
    await page.close();
  });
