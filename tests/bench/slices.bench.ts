import type { Page } from "playwright";
import { launch } from "../e2e/launch.ts";
import { makePage } from "../e2e/made-pages.ts";
import { isRestored, playedProgress, playTranslator, tellPage } from "../e2e/played-translator.ts";
import { RecordingProxy } from "../e2e/recording-proxy.ts";
import { round } from "./median.ts";
import { TabTrace, type Task } from "./slices/tab-trace.ts";

/**
 * How long a page of 200,000 words waits for Sotto while it is translated in its place, shown in
 * both languages, and restored. A translator is played, which answers at once: no pack is as quick,
 * so none leaves the page less time. The page has no script of its own, so all script is Sotto's.
 */
export async function run(): Promise<unknown> {
  const proxy = new RecordingProxy(makePage);
  const sotto = await launch({ proxy: await proxy.listen() });
  try {
    const tab = await sotto.openTab("http://news.example/translated/200000-words");
    await sotto.clickToolbar(tab);
    const panel = await sotto.panel();
    await panel.getByRole("region", { name: "Answer" }).waitFor(); // the click had the page read
    const translate = await trace(tab, async () => {
      await playTranslator(panel, "loud");
      await until(() => isAllDone(panel));
    });
    const below = await trace(tab, async () => {
      await tellPage(panel, { kind: "show", original: "below" });
      await until(() => isBelowLast(tab));
    });
    const restore = await trace(tab, async () => {
      await tellPage(panel, { kind: "restore" });
      await until(() => isRestored(panel));
    });
    return { unit: "ms of the page's thread", allowedSlice: 50, translate, below, restore };
  } finally {
    await sotto.close();
    proxy.close();
  }
}

async function trace(tab: Page, work: () => Promise<void>) {
  const recording = await TabTrace.start(tab);
  const startMs = performance.now();
  await work();
  const seconds = round((performance.now() - startMs) / 1000, 1);
  const tasks = await recording.end();
  return {
    seconds,
    slices: longest(tasks.filter(({ isScript }) => isScript)),
    /** The browser's own work between slices: laying out and drawing so long a page. */
    drawing: longest(tasks.filter(({ isScript }) => !isScript)),
  };
}

function longest(tasks: readonly Task[]) {
  const sorted = tasks.map(({ threadMs }) => threadMs).toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0, 1);
  return { count: sorted.length, longestMs: at(1), longestBut1PercentMs: at(0.99) };
}

async function isAllDone(panel: Page): Promise<boolean> {
  const progress = await playedProgress(panel);
  return progress !== null && progress.doneSentences === progress.totalSentences;
}

/** Whether the last line has what stood there below it. */
function isBelowLast(tab: Page): Promise<boolean> {
  return tab.evaluate(() => document.querySelector("ul:last-child > li:last-child > div") !== null);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
