import type { Page } from "playwright";
import type { Rung } from "../../lib/engine/ladder.ts";
import { tokensPerSecond } from "../../lib/models/predict-speed.ts";
import { launch } from "../e2e/launch.ts";
import { ExtensionEngine, type Ran } from "./engine/extension-engine.ts";
import { passagesFor } from "./engine/passages.ts";
import { readSettings, type Settings } from "./engine/settings.ts";
import { type ShapeName, trueShapeModel } from "./engine/true-shape-models.ts";
import { askProbe, type Probed } from "./probe/ask-probe.ts";

/** As the catalogue would tell them. */
const parameters: Record<ShapeName, number> = {
  "smollm2-135m": 135e6,
  "smollm2-360m": 360e6,
  "qwen2.5-0.5b": 494e6,
};

/** A page of 900 words, which is what is predicted for. */
const PAGE = ["--prompt-tokens", "1330"];
const WARM_UP_TOKENS = 8;

/** Before, during and after: the probe, a job, the probe. */
interface Turn {
  probed: readonly [Probed, Probed];
  ran: Ran;
}

/**
 * Compares the speeds that the check of the device predicts with those of models of true shape, by
 * turns, so that whatever else the machine does hits both. `probed` tells how long each measurement
 * took with the start of the runtime. Ratios are predicted to measured.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const settings = readSettings([...PAGE, ...args]);
  const results: unknown[] = [];
  for (const model of settings.models)
    for (const threads of settings.threads) {
      console.error(`${model} with ${threads} of the processor's threads…`);
      results.push(await compare(model, threads, settings));
    }
  return { unit: "tokens/s", requiredRatio: [1 / 1.5, 1.5], results };
}

async function compare(model: ShapeName, threads: number, settings: Settings) {
  const folder = trueShapeModel(model);
  const sotto = await launch();
  try {
    const engine = await ExtensionEngine.open(sotto, threads);
    await engine.addModel(folder);
    const page = await sotto.context.newPage();
    await page.goto(`chrome-extension://${sotto.extensionId}/sidepanel.html`);
    await engine.run(passagesFor(0), WARM_UP_TOKENS);
    const turns: Turn[] = [];
    for (let repeat = 0; repeat < settings.repeats; repeat++)
      turns.push(await takeTurn({ engine, page, threads, settings }));
    return { model, threads, ...compareTurns(parameters[model], turns) };
  } finally {
    await sotto.close();
  }
}

async function takeTurn(of: {
  engine: ExtensionEngine;
  page: Page;
  threads: number;
  settings: Settings;
}): Promise<Turn> {
  const { engine, page, threads, settings } = of;
  const rung: Rung = { device: "wasm", dtype: "q8", threads };
  const before = await askProbe(page, rung);
  const ran = await engine.runWarm(passagesFor(settings.promptTokens), settings.answerTokens);
  return { ran, probed: [before, await askProbe(page, rung)] };
}

function compareTurns(parameters: number, turns: readonly Turn[]) {
  const predictions = turns.map(({ probed, ran: { promptTokens } }) =>
    probed.map(({ speed }) => tokensPerSecond({ parameters, promptTokens }, "wasm", speed)),
  );
  const measured = turns.map(({ ran }) => ({
    read: ran.promptTokens / (ran.prefillMs / 1000),
    write: ran.passMs.length / (sum(ran.passMs) / 1000),
  }));
  const compareOf = (kind: "read" | "write") => {
    const predicted = predictions.map((both) => sum(both.map((one) => one[kind])) / both.length);
    return {
      predicted: predicted.map(round),
      measured: measured.map((one) => round(one[kind])),
      ratio: round(median(predicted.map((one, at) => one / (measured[at]?.[kind] ?? NaN)))),
    };
  };
  return {
    promptTokens: turns[0]?.ran.promptTokens,
    probed: turns.map(({ probed }) => probed),
    prefill: compareOf("read"),
    decode: compareOf("write"),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
