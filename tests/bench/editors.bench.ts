import { chromium } from "playwright";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { editors, payloads, type PayloadName, settings } from "../e2e/editors/editor-list.ts";
import { serveEditors } from "../e2e/editors/serve-editors.ts";
import { type Trial, tryEditor } from "../e2e/editors/try-editor.ts";

/**
 * `[--editor <name>] [--in <setting>] [--payload <name>]`: replaces a line in every editor, in every
 * place, with every payload, and tells what the editor itself then holds.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const only = (option: string) => args[args.indexOf(option) + 1] ?? "";
  const chosen = <Name extends string>(names: readonly Name[], option: string) =>
    args.includes(option) ? names.filter((name) => name === only(option)) : names;
  const payloadNames = Object.keys(payloads) as PayloadName[];
  const server = await serveEditors();
  const browser = await chromium.launch({ executablePath: findBrowser() ?? "chromium" });
  const cells: Record<string, Record<string, Trial>> = {};
  for (const name of chosen(editors, "--editor"))
    for (const setting of chosen(settings, "--in")) {
      const row: Record<string, Trial> = {};
      const page = await browser.newPage();
      for (const payload of chosen(payloadNames, "--payload"))
        row[payload] = await tryEditor(page, server, { name, setting, payload }).catch(
          (thrown: unknown) => ({
            outcome: "not-tried",
            undo: null,
            redo: null,
            bold: null,
            note: String(thrown).slice(0, 200),
          }),
        );
      await page.close();
      cells[`${name}, ${setting}`] = row;
      console.error(`${name}, ${setting}: ${JSON.stringify(countOf(Object.values(row)))}`);
    }
  await browser.close();
  server.close();
  const all = Object.values(cells).flatMap((row) => Object.values(row));
  return { totals: countOf(all), cells };
}

function countOf(trials: readonly Trial[]): Record<string, number> {
  const count = (is: (trial: Trial) => boolean) => trials.filter(is).length;
  return {
    cells: trials.length,
    exact: count(({ outcome }) => outcome === "exact"),
    copyOffered: count(({ outcome }) => outcome === "copy-offered"),
    unread: count(({ outcome }) => outcome === "unread"),
    deselected: count(({ outcome }) => outcome === "deselected"),
    notTried: count(({ outcome }) => outcome === "not-tried"),
    wrong: count(({ outcome }) => outcome === "WRONG"),
    undone: count(({ undo }) => undo === true),
    redone: count(({ redo }) => redo === true),
    keptBold: count(({ bold }) => bold === true),
    lostBold: count(({ bold }) => bold === false),
  };
}
