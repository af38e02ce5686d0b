import type { Speed } from "../models/device-report.ts";

/** A small network, loaded on the device that it measures. */
export interface SpeedProbe {
  /** How many weights each token passes through. */
  weights: number;
  /** Tokens in a pass that reads; enough for the device to work as it does on a long prompt. */
  readTokens: number;
  /** Passes so many tokens through the network. */
  pass(tokens: number): Promise<void>;
}

/** For each of the two measurements: passes are begun until it is over, and one in any case. */
const BUDGET_MS = 50;
/** More tell nothing new; also, a clock may stand still for long. */
const MOST_PASSES = 50;
/** Shorter passes are told as this long: clocks in browsers are coarse. */
const SHORTEST_PASS_MS = 0.05;

/**
 * Measures how fast a device reads and writes. The first pass of each kind is not counted: code is
 * still compiled in it, and in some of those after it. Disturbances, too, only ever slow a pass. So
 * what counts is a fast one, at the lower quartile.
 * @throws what a pass throws.
 */
export async function measureSpeed(
  { weights, readTokens, pass }: SpeedProbe,
  now: () => number = () => performance.now(),
): Promise<Speed> {
  const writeMs = await fastPassMs(() => pass(1), now);
  const readMs = await fastPassMs(() => pass(readTokens), now);
  return {
    readWeightsPerSecond: (weights * readTokens * 1000) / readMs,
    writeWeightsPerSecond: (weights * 1000) / writeMs,
  };
}

async function fastPassMs(pass: () => Promise<void>, now: () => number): Promise<number> {
  await pass();
  const passesMs: number[] = [];
  const begunMs = now();
  let endedMs = begunMs;
  do {
    const startMs = endedMs;
    await pass();
    endedMs = now();
    passesMs.push(endedMs - startMs);
  } while (endedMs - begunMs < BUDGET_MS && passesMs.length < MOST_PASSES);
  return Math.max(SHORTEST_PASS_MS, lowerQuartile(passesMs));
}

function lowerQuartile(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? NaN;
}
