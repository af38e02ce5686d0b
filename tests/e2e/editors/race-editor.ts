import type { Frame, Page } from "playwright";
import type { ReplaceOutcome } from "../../../lib/page/rewrite-target.ts";
import { type EditorName, payloads } from "./editor-list.ts";
import { Rewriter } from "./inject-rewriter.ts";
import type { EditorServer } from "./serve-editors.ts";
import {
  editorFrame,
  held,
  isSame,
  letSelectionSettle,
  old,
  selectOld,
  textFrame,
} from "./try-editor.ts";

/** What may happen to an editor while a model writes, and the ways in which a replacement may then end. */
export const races = {
  "the selected text changes": {
    happens: async ({ page, runs }) => {
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.type("Typed. ");
      await waitFor(runs, "Typed. ");
    },
    ends: "changed",
  },
  "more is typed after it": {
    happens: async ({ page, runs, shows }) => {
      await shows.getByText("Last line").click();
      await page.keyboard.press("End");
      await page.keyboard.type(" More.");
      await waitFor(runs, " More.");
    },
    ends: "replaced",
  },
  "the line is deleted": {
    happens: async ({ page, runs }) => {
      await page.keyboard.press("Delete");
      await runs.waitForFunction(() => !editor.text().includes("stand here."));
    },
    ends: "changed",
  },
  "the editor is removed": {
    happens: ({ runs }) => runs.evaluate(() => document.querySelector("#host")?.remove()),
    ends: "gone",
  },
  "the page is loaded anew": {
    happens: async ({ page }) => {
      await page.reload();
      await editorFrame(page, "plain");
    },
    ends: "replaced",
  },
} as const satisfies Record<string, Race>;

interface Race {
  happens(editor: { page: Page; runs: Frame; shows: Frame }): Promise<unknown>;
  ends: "replaced" | "changed" | "gone";
}

/** An editor as its page shows it, from `pages/present.js`. */
declare const editor: { text(): string };

/** How a replacement ended after that, and whether the editor then holds what it should. */
export async function raceEditor(
  page: Page,
  server: EditorServer,
  { name, race }: { name: EditorName; race: keyof typeof races },
): Promise<{ outcome: ReplaceOutcome; isAsItShould: boolean }> {
  await page.goto(server.urlOf(name, "plain"));
  const runs = await editorFrame(page, "plain");
  const shows = textFrame(runs, name);
  await selectOld(page, shows, name);
  const rewriter = await Rewriter.for(page);
  const target = await rewriter.read();
  if (target.text !== old) throw new Error(`read ${JSON.stringify(target)}`);
  await letSelectionSettle(runs);
  await races[race].happens({ page, runs, shows });
  const before = await held(runs);
  const outcome = await rewriter.replace(target, payloads["one line"]).catch(goneFrame);
  const after = await held(runs);
  const wanted = before.text.replace(old, payloads["one line"]);
  const isAsItShould =
    outcome.kind === "replaced" ? isSame(name, after.text, wanted) : after.model === before.model;
  return { outcome, isAsItShould };
}

/** The frame of an editor that was removed is gone with it; the browser's answer to us says so too. */
function goneFrame(thrown: unknown): ReplaceOutcome {
  if (/No frame|Frame with the given id/.test(String(thrown)))
    return { kind: "refused", reason: "gone" };
  throw thrown;
}

async function waitFor(frame: Frame, text: string): Promise<void> {
  await frame.waitForFunction(
    (text) => editor.text().replaceAll("\u00A0", " ").includes(text),
    text,
  );
}
