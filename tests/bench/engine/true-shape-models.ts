import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

export const shapeNames = ["smollm2-135m", "smollm2-360m", "qwen2.5-0.5b"] as const;
export type ShapeName = (typeof shapeNames)[number];

export function isShapeName(text: string): text is ShapeName {
  return shapeNames.some((name) => name === text);
}

const root = join(import.meta.dirname, "../../..");

/** The folder of a model of true shape, 8-bit; built when it is not there yet. */
export function trueShapeModel(name: ShapeName): string {
  const folder = join(root, ".cache/models", name);
  return built({ name, folder, weights: weightsOf(folder), formats: ["q8"] });
}

/** The same of a translation model; packs are known by the names of their folders. */
export function trueShapePack(): string {
  const folder = join(root, ".cache/models/opus-mt-en-de");
  const weights = join(folder, "onnx/decoder_model_merged_quantized.onnx");
  return built({ name: "opus-mt", folder, weights, formats: [] });
}

export function weightsOf(folder: string): string {
  return join(folder, "onnx/model_quantized.onnx");
}

interface Wanted {
  name: string;
  folder: string;
  /** The file that is written last. */
  weights: string;
  formats: readonly string[];
}

function built({ name, folder, weights, formats }: Wanted): string {
  if (existsSync(weights)) return folder;
  const script = join(root, "scripts/models/true-shape.ts");
  const { status } = spawnSync(process.execPath, [script, name, folder, ...formats], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status === 0) return folder;
  rmSync(folder, { recursive: true, force: true }); // half a model would pass for one next time
  throw new Error(`${name} could not be built`);
}
