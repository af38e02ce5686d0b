import { parseArgs } from "node:util";
import { isShapeName, type ShapeName, shapeNames } from "../engine/true-shape-models.ts";

/** How much is fetched, and how often. */
export interface Settings {
  fileBytes: number;
  repeats: number;
  /** The model whose loading is measured. */
  model: ShapeName;
  /** How fast the line from the hub is. */
  lineBytesPerSecond: number;
}

/** @throws Error naming the flag that makes no sense. */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      megabytes: { type: "string", default: "400" },
      repeats: { type: "string", default: "5" },
      model: { type: "string", default: "smollm2-135m" },
      line: { type: "string" }, // in megabits a second; without it as fast as the machine can
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  return {
    fileBytes: count("megabytes", values.megabytes) * 1e6,
    repeats: count("repeats", values.repeats),
    model: shape(values.model),
    lineBytesPerSecond: values.line === undefined ? Infinity : count("line", values.line) * 125_000,
  };
}

function shape(name: string): ShapeName {
  if (!isShapeName(name)) throw new Error(`--model takes ${shapeNames.join(", ")}`);
  return name;
}

function count(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${flag} takes whole numbers`);
  return value;
}
