import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { type Launched, launch } from "../tests/e2e/launch.ts";
import { chooseModel } from "./demo/choose-model.ts";
import { readNetLog } from "./demo/net-log.ts";
import { openPage } from "./demo/page-server.ts";
import { takePicture } from "./demo/picture.ts";
import { type DemoResult, describe, readAnswer, readDraft } from "./demo/result.ts";
import { shown } from "./demo/shown.ts";

// Runs the main job in a real browser: opens a page, presses the toolbar button, asks the panel for
// a summary and prints what it shows.

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    headed: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    model: { type: "string" },
  },
});

try {
  const result = await demonstrate(positionals[0]);
  console.log(flags.json ? JSON.stringify(result, null, 2) : describe(result));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}

async function demonstrate(asked: string | undefined): Promise<DemoResult> {
  const netLog = join(mkdtempSync(join(tmpdir(), "sotto-demo-")), "net-log.json");
  const page = await openPage(asked);
  const sotto = await launch({ headed: flags.headed, args: [`--log-net-log=${netLog}`] });
  try {
    const tab = await sotto.openTab(page.url);
    await sotto.clickToolbar(tab);
    const panel = await sotto.panel();
    const summary = await summarize(sotto, tab, panel);
    return { ...summary, requests: readNetLog(netLog, sotto.extensionId) };
  } finally {
    await sotto.close();
    page.close();
  }
}

/** Presses Summarize in the panel, waits for all that it shows, and takes a picture. */
async function summarize(sotto: Launched, tab: Page, panel: Page) {
  await shown(panel, "draft");
  if (flags.model) await chooseModel(panel, flags.model);
  await panel.evaluate(() => performance.clearMeasures());
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  const read = await readDraft(panel, tab.url());
  const answer = flags.model ? await readAnswer(panel) : null;
  const screenshot = await takePicture(sotto, { tab, panel, folder: outputFolder() });
  if (flags.headed) await panel.waitForEvent("close", { timeout: 0 });
  return { ...read, answer, screenshot };
}

function outputFolder(): string {
  const folder = join(import.meta.dirname, "../.cache/demo");
  mkdirSync(folder, { recursive: true });
  return folder;
}
