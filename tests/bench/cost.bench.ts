import { parseArgs } from "node:util";
import type { Browser } from "playwright";
import { copyModel } from "../e2e/fixtures.ts";
import { type Launched, launch } from "../e2e/launch.ts";
import { ExtensionEngine, type Summarized } from "./engine/extension-engine.ts";
import { RendererMemory } from "./engine/renderer-memory.ts";
import { trueShapeModel } from "./engine/true-shape-models.ts";
import { round } from "./median.ts";

const threads = 2;

/**
 * What a summary costs by the length of the page, in the built extension: seconds to its last word,
 * and the peak memory of the extension's process, in a browser of its own for each length.
 *
 * `asUsual` is a model of true shape that reads as it chooses to: all of a page, or a selection.
 * `everything` is a small model of the tests that is told to read all of it, part by part: how its
 * time and memory grow is the engine's, though its speed is no real model's.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      words: { type: "string", default: "1000,10000,100000" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  const table = [];
  for (const words of values.words.split(",").map(Number)) {
    const passages = pageOf(words);
    console.error(`A page of ${words.toLocaleString("en")} words…`);
    const asUsual = await costOf(trueShapeModel("smollm2-135m"), { passages, readsAll: false });
    const everything = await costOf(copyModel, { passages, readsAll: true });
    table.push({ words, passages: passages.length, asUsual, everything });
  }
  const [first, last] = [table[0], table.at(-1)];
  return { threads, table, ...(first && last ? { lastBesideFirst: growth(first, last) } : {}) };
}

const WORDS_A_PASSAGE = 45;

/** Passages that differ, as those of a page do. */
function pageOf(words: number): string[] {
  return Array.from({ length: Math.round(words / WORDS_A_PASSAGE) }, (_, at) =>
    [
      `In the year ${at + 1} the river rose in the night and the bridge was closed by noon.`,
      `The keeper of lock ${at + 7} wrote the height of the water into his book that evening.`,
      "Nobody came to read what he had written there.",
    ].join(" "),
  );
}

interface Asked {
  passages: readonly string[];
  readsAll: boolean;
}

async function costOf(model: string, { passages, readsAll }: Asked) {
  const sotto = await launch();
  try {
    const engine = await ExtensionEngine.open(sotto, threads);
    await engine.addModel(model);
    await engine.run(passages.slice(0, 1), 4); // loads and warms up
    const memory = await RendererMemory.watch(browserOf(sotto));
    const summarized = await engine.summarize(
      { title: "", language: "en", passages: [...passages] },
      readsAll,
    );
    const { extension: peakMb } = await memory.end();
    return { ...told(summarized), peakMb };
  } finally {
    await sotto.close();
  }
}

function told({ way, readPassages, seconds }: Summarized) {
  const parts = way?.kind === "parts" ? { parts: way.totalParts } : {};
  return { way: way?.kind, ...parts, readPassages, seconds: round(seconds, 1) };
}

type Row = { words: number } & Record<"asUsual" | "everything", Awaited<ReturnType<typeof costOf>>>;

/** How many times as much the longest page costs as the shortest. */
function growth(first: Row, last: Row) {
  const times = (a: number | null, b: number | null) => (a && b ? round(b / a, 2) : null);
  return {
    words: times(first.words, last.words),
    everythingSeconds: times(first.everything.seconds, last.everything.seconds),
    everythingPeakMb: times(first.everything.peakMb, last.everything.peakMb),
    asUsualSeconds: times(first.asUsual.seconds, last.asUsual.seconds),
    asUsualPeakMb: times(first.asUsual.peakMb, last.asUsual.peakMb),
  };
}

function browserOf({ context }: Launched): Browser {
  const browser = context.browser();
  if (!browser) throw new Error("the browser has no connection of its own");
  return browser;
}
