import { launch } from "../e2e/launch.ts";
import { RecordingProxy } from "../e2e/recording-proxy.ts";
import { trueShapePack } from "./engine/true-shape-models.ts";
import { median, round } from "./median.ts";
import { ExtensionTranslator } from "./translate/extension-translator.ts";
import { countWords, makeParagraphs, makeSentences } from "./translate/sentences.ts";
import { readSettings, type Settings } from "./translate/settings.ts";
import { TranslatedTab } from "./translate/translated-tab.ts";

/**
 * Runs a translation model of true shape in the built extension: sentences side by side and one at
 * a time, by turns, so that whatever else the machine does hits both; then a page in its place.
 *
 * Speeds are medians, in words of the original a second. How many tokens a translation has is told
 * in `scripts/models/true-shape-marian.ts`: random weights would never end one. The page is first
 * translated with the pack on the disk (`cold`), then, put back each time, with it in memory; timed
 * is what is seen of it without scrolling.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const settings = readSettings(args);
  const results: unknown[] = [];
  for (const threads of settings.threads) {
    console.error(`With ${threads} of the processor's threads…`);
    results.push(await measure(threads, settings));
  }
  return { unit: "words/s", requiredRatio: 2, results };
}

async function measure(threads: number, settings: Settings) {
  const paragraphs = makeParagraphs(settings.pageWords);
  const proxy = new RecordingProxy(() => pageOf(paragraphs));
  const sotto = await launch({ proxy: await proxy.listen() });
  try {
    const tab = await TranslatedTab.open(sotto, "http://news.example/made");
    const extension = new ExtensionTranslator(tab.panel, threads);
    await extension.addPack(trueShapePack());
    await tab.choose("German");
    const visibleWords = await tab.countVisibleWords();
    const coldMs = await tab.translateVisible();
    const warmMs: number[] = [];
    for (let repeat = 0; repeat < settings.repeats; repeat++) {
      await tab.restore();
      warmMs.push(await tab.translateVisible());
    }
    await tab.restore();
    return {
      threads,
      ...(await compareSpeeds(extension, settings)),
      page: {
        words: countWords(paragraphs.join(" ")),
        visibleWords,
        visibleSeconds: round(median(warmMs) / 1000, 2),
        repeats: warmMs.map((ms) => round(ms / 1000, 2)),
        coldVisibleSeconds: round(coldMs / 1000, 2),
      },
    };
  } finally {
    await sotto.close();
    proxy.close();
  }
}

/** The model is in memory by now, and its code compiled well. */
async function compareSpeeds(extension: ExtensionTranslator, settings: Settings) {
  const sentences = makeSentences(settings.sentences);
  const words = countWords(sentences.join(" "));
  const speeds = { together: [] as number[], oneByOne: [] as number[] };
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    speeds.together.push((words * 1000) / (await extension.together(sentences)));
    speeds.oneByOne.push((words * 1000) / (await extension.oneByOne(sentences)));
  }
  return {
    sentences: sentences.length,
    words,
    together: round(median(speeds.together), 1),
    oneByOne: round(median(speeds.oneByOne), 1),
    ratio: round(
      median(speeds.together.map((speed, at) => speed / (speeds.oneByOne[at] ?? NaN))),
      2,
    ),
    repeats: {
      together: speeds.together.map((speed) => round(speed, 1)),
      oneByOne: speeds.oneByOne.map((speed) => round(speed, 1)),
    },
  };
}

function pageOf(paragraphs: readonly string[]): string {
  const blocks = paragraphs.map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><title>Made</title><main>${blocks.join("")}</main></html>`;
}
