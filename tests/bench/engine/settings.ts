import { parseArgs } from "node:util";
import { isShapeName, type ShapeName, shapeNames } from "./true-shape-models.ts";

/** What the bench measures, and how often. */
export interface Settings {
  models: readonly ShapeName[];
  threads: readonly number[];
  repeats: number;
  /** How long the prompt is to be, about: it is made of whole sentences. */
  promptTokens: number;
  /** The most tokens of an answer whose speed is measured. */
  answerTokens: number;
}

/** @throws Error naming the flag that makes no sense. */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      models: { type: "string", default: shapeNames.join(",") },
      threads: { type: "string", default: "1,2" },
      repeats: { type: "string", default: "3" },
      "prompt-tokens": { type: "string", default: "512" },
      "answer-tokens": { type: "string", default: "32" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  return {
    models: values.models.split(",").map(shapeName),
    threads: values.threads.split(",").map((text) => count("threads", text)),
    repeats: count("repeats", values.repeats),
    promptTokens: count("prompt-tokens", values["prompt-tokens"]),
    answerTokens: count("answer-tokens", values["answer-tokens"]),
  };
}

function shapeName(text: string): ShapeName {
  if (!isShapeName(text)) throw new Error(`--models takes ${shapeNames.join(", ")}`);
  return text;
}

/** @throws Error if the text is no whole number above 0. */
export function count(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${flag} takes whole numbers`);
  return value;
}
