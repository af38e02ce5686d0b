import type { CatalogueModel, Weights } from "./catalogue.ts";
import type { Device } from "./device.ts";
import { type DeviceReport, hardwareAdapter } from "./device-report.ts";
import { predict, type Prediction } from "./predict-speed.ts";
import { dtypesFor } from "./weights.ts";

/** Why a model cannot run, with what it needs and what there is. */
export type Misfit =
  | { reason: "needs-webgpu" }
  | { reason: "needs-shader-f16" }
  | { reason: "buffer-too-small"; neededBytes: number; availableBytes: number }
  | { reason: "too-little-memory"; neededBytes: number; availableBytes: number }
  | { reason: "too-little-space"; neededBytes: number; availableBytes: number };

/** Whether a model runs on a machine, on which weights, and how fast; or why it does not. */
export type Fit =
  /** `prediction` is null where the device's speed could not be measured. */
  { kind: "fits"; weights: Weights; prediction: Prediction | null } | ({ kind: "unfit" } & Misfit);

export interface Recommendation {
  model: CatalogueModel;
  fit: Extract<Fit, { kind: "fits" }>;
}

/** A reader who waits longer than this for the first word is better served by a smaller model. */
const BEARABLE_FIRST_WORD_SECONDS = 60;
/** Peak memory while a model loads and runs: what the engine's bench holds it to. */
const MEMORY_PER_WEIGHT = 1.3;
const MEMORY_BESIDE_BYTES = 300e6;
/** The rest is for the system, the browser and its tabs. */
const SHARE_OF_MEMORY = 0.75;
/** Tokenizer and settings, beside the weights. */
const SETTINGS_BYTES = 20e6;
/** The greatest part of a small model that is one tensor: the table of its vocabulary. */
const LARGEST_TENSOR_SHARE = 0.5;

/**
 * Tells whether a model can be fetched for this machine and run on it. For a model that is stored
 * already, give a report whose `freeBytes` is null.
 */
export function fitModel(model: CatalogueModel, report: DeviceReport): Fit {
  const onGpu = fitOnGpu(model, report);
  if (onGpu.kind === "fits") return onGpu;
  const weights = bestWeights(model, "wasm", false);
  return weights ? fitWeights(model, weights, report) : onGpu;
}

/**
 * The one model to offer: the first that may be used for anything and is bearably fast here, in the
 * catalogue's order; else the fastest. Null if none fits.
 */
export function recommend(
  models: readonly CatalogueModel[],
  report: DeviceReport,
): Recommendation | null {
  const fitting = models.filter(isFree).flatMap((model) => {
    const fit = fitModel(model, report);
    return fit.kind === "fits" ? [{ model, fit }] : [];
  });
  const bearable = fitting.find(({ fit }) => firstWord(fit) <= BEARABLE_FIRST_WORD_SECONDS);
  const [fastest] = fitting.toSorted((a, b) => firstWord(a.fit) - firstWord(b.fit));
  return bearable ?? fastest ?? null;
}

function firstWord({ prediction }: Recommendation["fit"]): number {
  return prediction?.firstWordSeconds ?? 0; // what is not known is no reason against a model
}

function isFree({ licence }: CatalogueModel): boolean {
  return licence.name === "Apache-2.0" || licence.name === "MIT";
}

function fitOnGpu(model: CatalogueModel, report: DeviceReport): Fit {
  const adapter = hardwareAdapter(report.gpu);
  if (!adapter) return { kind: "unfit", reason: "needs-webgpu" };
  const weights = bestWeights(model, "webgpu", adapter.shaderF16);
  if (!weights) {
    const wouldFit = bestWeights(model, "webgpu", true) !== null;
    return { kind: "unfit", reason: wouldFit ? "needs-shader-f16" : "needs-webgpu" };
  }
  const neededBytes = weights.aboutBytes * LARGEST_TENSOR_SHARE;
  const availableBytes = Math.min(adapter.maxBufferBytes, adapter.maxBindingBytes);
  if (neededBytes > availableBytes)
    return { kind: "unfit", reason: "buffer-too-small", neededBytes, availableBytes };
  return fitWeights(model, weights, report);
}

function fitWeights(model: CatalogueModel, weights: Weights, report: DeviceReport): Fit {
  const memory = lacksMemory(weights, report) ?? lacksSpace(weights, report);
  if (memory) return { kind: "unfit", ...memory };
  const speed = report.speed[weights.device];
  const prediction = speed && predict(model.parameters, weights.device, speed);
  return { kind: "fits", weights, prediction };
}

function lacksMemory({ aboutBytes }: Weights, { memoryBytes }: DeviceReport): Misfit | null {
  if (memoryBytes === null) return null;
  const neededBytes = aboutBytes * MEMORY_PER_WEIGHT + MEMORY_BESIDE_BYTES;
  const availableBytes = memoryBytes * SHARE_OF_MEMORY;
  if (neededBytes <= availableBytes) return null;
  return { reason: "too-little-memory", neededBytes, availableBytes };
}

function lacksSpace({ aboutBytes }: Weights, { freeBytes }: DeviceReport): Misfit | null {
  const neededBytes = aboutBytes + SETTINGS_BYTES;
  if (freeBytes === null || neededBytes <= freeBytes) return null;
  return { reason: "too-little-space", neededBytes, availableBytes: freeBytes };
}

/** The best of a model's weights for a device, by the same order in which the engine takes them. */
function bestWeights(model: CatalogueModel, device: Device, shaderF16: boolean): Weights | null {
  const ofDevice = model.weights.filter((weights) => weights.device === device);
  for (const dtype of dtypesFor(device, shaderF16)) {
    const weights = ofDevice.find((weights) => weights.dtype === dtype);
    if (weights) return weights;
  }
  return null;
}
