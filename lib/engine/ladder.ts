import * as v from "valibot";
import { deviceSchema, dtypeSchema } from "../models/device.ts";
import type { Gpu } from "../models/device-report.ts";
import { chooseDtype } from "../models/weights.ts";
import type { EngineSettings } from "./engine.ts";
import type { StepDown } from "./state.ts";

/** One way to run a model. */
export const rungSchema = v.object({
  device: deviceSchema,
  dtype: dtypeSchema,
  threads: v.number(),
});
export type Rung = v.InferOutput<typeof rungSchema>;

export interface Ladder {
  /** Best first. Empty if nothing here can run the model. */
  rungs: readonly Rung[];
  /** Devices passed over before the first try. */
  passedOver: readonly StepDown[];
}

/** The ways to run a model with these files on this machine, by the reader's settings. */
export function buildLadder(
  files: readonly string[],
  gpu: Gpu,
  settings: EngineSettings & { cores: number },
): Ladder {
  const rungs: Rung[] = [];
  const passedOver: StepDown[] = [];
  if (settings.device !== "wasm") {
    const reason = whyNoGpu(gpu, settings.device === "webgpu");
    const dtype = gpu.kind === "adapter" ? chooseDtype(files, "webgpu", gpu.shaderF16) : null;
    if (reason) passedOver.push({ device: "webgpu", reason });
    else if (dtype) rungs.push({ device: "webgpu", dtype, threads: 1 });
    else passedOver.push({ device: "webgpu", reason: "no-weights" });
  }
  const dtype = chooseDtype(files, "wasm", false);
  if (dtype)
    rungs.push({ device: "wasm", dtype, threads: settings.threads ?? threadsFor(settings) });
  else passedOver.push({ device: "wasm", reason: "no-weights" });
  return { rungs, passedOver };
}

function whyNoGpu(gpu: Gpu, isChosen: boolean): StepDown["reason"] | null {
  if (gpu.kind === "none") return "no-adapter";
  return gpu.isSoftware && !isChosen ? "software-adapter" : null;
}

/**
 * Threads for a processor: all of a small one; half of a larger one, whose second half are mostly
 * hyper-threads that matrix work gains nothing from.
 */
export function threadsFor({ cores }: { cores: number }): number {
  return cores <= 4 ? Math.max(1, cores) : Math.min(8, Math.ceil(cores / 2));
}
