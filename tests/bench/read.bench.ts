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
  const matches: Matches[] = [];
  const times: number[] = [];
  const browser = new FreshBrowser();
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const { text, ms } = await browser.read(server.urlOf(id));
    matches.push(matchShingles(articleBody, text));
    if (ms !== null) times.push(ms);
    else console.error(`${id}: not read`);
  }
  await browser.close();
  server.close();
  return { pages: matches.length, ...scorePages(matches), ...spreadOf(times) };
}

interface Shown {
  text: string;
  ms: number | null;
}

const pagesPerBrowser = 10;

/** A browser that is replaced after some pages: every panel costs a connection that stays open. */
class FreshBrowser {
  #sotto: Launched | null = null;
  #pages = 0;

  /** What the panel shows of a page; once more in another browser when the panel did not open. */
  async read(url: string): Promise<Shown> {
    if (this.#pages++ % pagesPerBrowser === 0) await this.close();
    try {
      return await readInPanel(await this.#open(), url);
    } catch {
      await this.close();
      return readInPanel(await this.#open(), url);
    }
  }

  async close(): Promise<void> {
    await this.#sotto?.close();
    this.#sotto = null;
  }

  async #open(): Promise<Launched> {
    this.#sotto ??= await launch({
      args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    });
    return this.#sotto;
  }
}

/** The passages that the panel shows and the milliseconds from the click; none if it refuses. */
async function readInPanel(sotto: Launched, url: string): Promise<Shown> {
  const tab = await openQuietly(sotto, url);
  await sotto.clickToolbar(tab);
  const panel = await sotto.panel();
  const outcome = await panel
    .waitForFunction(
      () =>
        performance.getEntriesByName("sotto:read").length > 0 ||
        document.querySelector("[role=alert]")?.textContent?.trim(),
      undefined,
      { timeout: 15_000 },
    )
    .catch(() => null);
  const shown = outcome ? await readPassages(panel) : { text: "", ms: null };
  await panel.close();
  await tab.close();
  return shown;
}

/** Pages wait for pictures and styles that nobody will send, so only their text is waited for. */
async function openQuietly(sotto: Launched, url: string): Promise<Page> {
  const tab = await sotto.context.newPage();
  await tab.goto(url, { waitUntil: "domcontentloaded" });
  await tab.bringToFront();
  return tab;
}

async function readPassages(panel: Page): Promise<Shown> {
  const details = panel.locator("details", { hasText: "What Sotto read" });
  if ((await details.count()) === 0) return { text: "", ms: null };
  await details.first().evaluate((element) => element.setAttribute("open", ""));
  await panel.locator("[data-passage-number]").first().waitFor({ timeout: 5_000 });
  return panel.evaluate(() => ({
    text: [...document.querySelectorAll("[data-passage-number]")]
      .map((passage) => passage.textContent)
      .join("\n"),
    ms: performance.getEntriesByName("sotto:read").at(-1)?.duration ?? null,
  }));
}

function spreadOf(times: readonly number[]): { medianMs: number; p95Ms: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}
