import { launch, type Launched, production } from "../../e2e/launch.ts";
import { ExtensionEngine } from "../engine/extension-engine.ts";
import { trueShapeModel } from "../engine/true-shape-models.ts";
import { median, round } from "../median.ts";
import type { Settings } from "./settings.ts";
import { buildUnchecked } from "./unchecked-build.ts";

/**
 * What checking every byte costs when a model is loaded: a model of true shape is loaded by the
 * production build, and by one that knows what the check would find, by turns.
 */
export async function measureCheck({ model, repeats }: Settings): Promise<unknown> {
  const folder = trueShapeModel(model);
  const unchecked = buildUnchecked(folder);
  const browsers: Launched[] = [];
  try {
    const engines: ExtensionEngine[] = [];
    for (const extension of [production, unchecked.folder]) {
      const sotto = await launch({ extension });
      browsers.push(sotto);
      engines.push(await openWithModel(sotto, folder));
    }
    const [checked = [], known = []] = await loadByTurns(engines, repeats);
    return {
      model,
      loadMs: Math.round(median(checked)),
      uncheckedLoadMs: Math.round(median(known)),
      share: round(1 - median(known) / median(checked), 3),
      allowedShare: 0.15,
      repeats: { loadMs: checked.map(Math.round), uncheckedLoadMs: known.map(Math.round) },
    };
  } finally {
    for (const sotto of browsers) await sotto.close();
    unchecked.remove();
  }
}

async function openWithModel(sotto: Launched, folder: string): Promise<ExtensionEngine> {
  const engine = await ExtensionEngine.open(sotto, 2);
  await engine.addModel(folder);
  return engine;
}

/** Milliseconds of each load, by engine. The first load of each only warms up. */
async function loadByTurns(
  engines: readonly ExtensionEngine[],
  repeats: number,
): Promise<number[][]> {
  const loadMs: number[][] = engines.map(() => []);
  for (let turn = 0; turn <= repeats; turn++)
    for (const [index, engine] of engines.entries()) {
      const ms = await engine.load();
      if (turn > 0) loadMs[index]?.push(ms);
    }
  return loadMs;
}
