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
  if (existsSync(weightsOf(folder))) return folder;
  const script = join(root, "scripts/models/true-shape.ts");
  const { status } = spawnSync(process.execPath, [script, name, folder, "q8"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status === 0) return folder;
  rmSync(folder, { recursive: true, force: true }); // half a model would pass for one next time
  throw new Error(`${name} could not be built`);
}

export function weightsOf(folder: string): string {
  return join(folder, "onnx/model_quantized.onnx");
}
