import { median, round } from "../median.ts";
import type { Timing } from "./timing.ts";

/** Both engines' timings, in the order they were taken: extension, bare, extension, bare. */
export interface Pair {
  extension: Timing;
  bare: Timing;
}

/** The speeds of both in tokens a second, and the extension's share of the bare one's. */
export function compareSpeeds(pairs: readonly Pair[]) {
  return {
    prefill: compare(pairs, ({ promptTokens, prefillMs }) => promptTokens / (prefillMs / 1000)),
    decode: {
      ...compare(pairs, ({ passMs }) => passMs.length / (sum(passMs) / 1000)),
      /** One disturbance spoils a repeat's mean, but not the median of all its passes. */
      ratioOfMedianPass: round(medianPassMs(pairs, "bare") / medianPassMs(pairs, "extension"), 3),
    },
  };
}

function compare(pairs: readonly Pair[], speedOf: (timing: Timing) => number) {
  const extension = pairs.map((pair) => speedOf(pair.extension));
  const bare = pairs.map((pair) => speedOf(pair.bare));
  return {
    extension: round(median(extension), 1),
    bare: round(median(bare), 1),
    ratio: round(median(extension) / median(bare), 3),
    /** What each could do when least disturbed: tells a slow engine from a busy machine. */
    ratioOfBest: round(Math.max(...extension) / Math.max(...bare), 3),
    repeats: {
      extension: extension.map((speed) => round(speed, 1)),
      bare: bare.map((speed) => round(speed, 1)),
    },
  };
}

function medianPassMs(pairs: readonly Pair[], engine: keyof Pair): number {
  return median(pairs.flatMap((pair) => pair[engine].passMs));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
