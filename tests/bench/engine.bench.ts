import { statSync } from "node:fs";
import { join } from "node:path";
import { type Launched, launch } from "../e2e/launch.ts";
import { BareEngine } from "./engine/bare-engine.ts";
import { compareSpeeds, type Pair } from "./engine/compare.ts";
import { ExtensionEngine } from "./engine/extension-engine.ts";
import { passagesFor } from "./engine/passages.ts";
import { RendererMemory } from "./engine/renderer-memory.ts";
import { serveBarePage } from "./engine/serve-bare-page.ts";
import { readSettings, type Settings } from "./engine/settings.ts";
import { type ShapeName, trueShapeModel } from "./engine/true-shape-models.ts";

/**
 * Runs models of true shape in the built extension and in plain ONNX Runtime in a bare page, by
 * turns, so that whatever else the machine does hits both.
 *
 * Speeds are medians in tokens a second. `loadMs` is one load: in the extension from a job that
 * finds no model until the engine is ready (a worker, the runtime, the files from its storage, the
 * tokenizer, the session), in the bare page the runtime, the weights over a local connection and
 * the session. `peakMb` is the renderer's resident memory, from before the load to the last repeat.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const settings = readSettings(args);
  const results: unknown[] = [];
  for (const model of settings.models)
    for (const threads of settings.threads) {
      console.error(`${model} with ${threads} of the processor's threads…`);
      results.push(await compare(model, threads, settings));
    }
  return { unit: "tokens/s", requiredRatio: 0.95, results };
}

/** In a browser of its own, so that no memory is left from the comparison before. */
async function compare(model: ShapeName, threads: number, settings: Settings) {
  const folder = trueShapeModel(model);
  const server = await serveBarePage(folder);
  const sotto = await launch();
  try {
    const extension = await ExtensionEngine.open(sotto, threads);
    await extension.addModel(folder);
    const bare = await BareEngine.open(sotto.context, server.pageUrl);
    const memory = await RendererMemory.watch(browserOf(sotto));
    const loads = await load({ extension, bare, threads });
    const pairs = await takeTurns({ extension, bare, settings });
    const peaks = await memory.end();
    return {
      model,
      threads,
      promptTokens: pairs[0]?.extension.promptTokens,
      answerTokens: pairs.map((pair) => pair.extension.passMs.length + 1),
      ...compareSpeeds(pairs),
      loadMs: { extension: Math.round(loads.extension), bare: Math.round(loads.bare) },
      peakMb: { extension: peaks.extension, bare: peaks.page, allowed: allowedPeakMb(folder) },
    };
  } finally {
    await sotto.close();
    server.close();
  }
}

/** What a model may take at its peak: 1.3 times its weights and 300 MB for the browser and the runtime. */
function allowedPeakMb(folder: string): number {
  const { size } = statSync(join(folder, "onnx/model_quantized.onnx"));
  return Math.round((1.3 * size) / 1e6 + 300);
}

interface Engines {
  extension: ExtensionEngine;
  bare: BareEngine;
}

/** Loads the model in both and warms both up: code runs slowly until it was compiled well. */
async function load({ extension, bare, threads }: Engines & { threads: number }) {
  const warmedUp = await extension.run(passagesFor(0), WARM_UP_TOKENS);
  const bareMs = await bare.load(threads);
  await bare.run(warmedUp);
  return { extension: warmedUp.loadMs ?? NaN, bare: bareMs };
}

const WARM_UP_TOKENS = 8;

async function takeTurns({ extension, bare, settings }: Engines & { settings: Settings }) {
  const passages = passagesFor(settings.promptTokens);
  const pairs: Pair[] = [];
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    const ours = await extension.runWarm(passages, settings.answerTokens);
    pairs.push({ extension: ours, bare: await bare.run(ours) });
  }
  return pairs;
}

function browserOf({ context }: Launched) {
  const browser = context.browser();
  if (!browser) throw new Error("the browser has no connection of its own");
  return browser;
}
