import { parseArgs } from "node:util";

/** How much is fetched, and how often. */
export interface Settings {
  fileBytes: number;
  repeats: number;
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
      line: { type: "string" }, // in megabits a second; without it as fast as the machine can
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  return {
    fileBytes: count("megabytes", values.megabytes) * 1e6,
    repeats: count("repeats", values.repeats),
    lineBytesPerSecond: values.line === undefined ? Infinity : count("line", values.line) * 125_000,
  };
}

function count(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${flag} takes whole numbers`);
  return value;
}
