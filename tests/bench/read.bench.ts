import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { type Launched, launch } from "../e2e/launch.ts";
import { type Matches, matchShingles, scorePages } from "./read/score.ts";
import { servePages } from "./read/serve-pages.ts";

/**
 * `--pages <folder>`: has the built extension read every page of a folder through its real panel
 * and compares what the panel says it read with the folder's ground truth.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const folder = args[args.indexOf("--pages") + 1];
  if (!folder || !args.includes("--pages")) throw new Error("--pages <folder> is missing");
  const truth: Record<string, { articleBody: string }> = JSON.parse(
    readFileSync(join(folder, "ground-truth.json"), "utf8"),
  );
  const server = await servePages(folder);
  const sotto = await launch({
    args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
  const reader = new PanelReader(sotto);
  const matches: Matches[] = [];
  const times: number[] = [];
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const { text, ms } = await reader.read(server.urlOf(id));
    matches.push(matchShingles(articleBody, text));
    if (ms !== null) times.push(ms);
    else console.error(`${id}: ${text}`);
  }
  await sotto.close();
  server.close();
  return { pages: matches.length, ...scorePages(matches), ...spreadOf(times) };
}

interface Read {
  text: string;
  /** From the click on Summarize until the page was read; null if the panel refused. */
  ms: number | null;
}

/** Reads one page after the other in the same panel, as a reader does who goes from tab to tab. */
class PanelReader {
  readonly #sotto: Launched;
  #panel: Page | null = null;

  constructor(sotto: Launched) {
    this.#sotto = sotto;
  }

  async read(url: string): Promise<Read> {
    const tab = await this.#sotto.context.newPage();
    await tab.goto(url);
    await this.#panel?.evaluate(() => performance.clearMeasures());
    await this.#sotto.clickToolbar(tab); // which grants the right to read this tab
    this.#panel ??= await this.#sotto.panel();
    const isRead = await waitUntilRead(this.#panel);
    const read = isRead
      ? await readAgain(this.#panel)
      : { text: await complaint(this.#panel), ms: null };
    await tab.close();
    return read;
  }
}

/** Reads the page once more with the panel's own button: a click without a panel to open. */
async function readAgain(panel: Page): Promise<Read> {
  await panel.evaluate(() => performance.clearMeasures());
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  await waitUntilRead(panel);
  return readPassages(panel);
}

/** Whether the panel has read the page, once it has or has said why not. */
async function waitUntilRead(panel: Page): Promise<boolean> {
  const outcome = await panel.waitForFunction(() => {
    const isRefused = document.querySelector("[role=alert]") !== null;
    const isRead = performance.getEntriesByName("sotto:draft").length > 0;
    return isRead || isRefused ? { isRead } : null;
  });
  return (await outcome.jsonValue())?.isRead ?? false;
}

function complaint(panel: Page): Promise<string> {
  return panel.getByRole("alert").innerText();
}

async function readPassages(panel: Page): Promise<Read> {
  const summary = panel.getByText("What Sotto read");
  await summary.click();
  const showAll = panel.getByRole("button", { name: /^Show all/ });
  if (await showAll.isVisible()) await showAll.click();
  await panel.locator("[data-passage-number]").first().waitFor();
  const read = await panel.evaluate(() => ({
    text: [...document.querySelectorAll("[data-passage-number]")]
      .map((passage) => passage.textContent)
      .join("\n"),
    ms: performance.getEntriesByName("sotto:read").at(-1)?.duration ?? null,
  }));
  await summary.click();
  return read;
}

function spreadOf(times: readonly number[]): { medianMs: number; p95Ms: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}
