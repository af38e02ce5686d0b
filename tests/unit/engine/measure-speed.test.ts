import { expect, test } from "vitest";
import { measureSpeed, type SpeedProbe } from "../../../lib/engine/measure-speed.ts";

/** A network on a clock of its own: each pass takes what the script says for its tokens. */
function scriptedProbe(passMs: (tokens: number, pass: number) => number) {
  let nowMs = 1000;
  const passes: number[] = [];
  const probe: SpeedProbe = {
    weights: 1e6,
    readTokens: 10,
    async pass(tokens) {
      nowMs += passMs(tokens, passes.filter((one) => one === tokens).length);
      passes.push(tokens);
    },
  };
  return { passes, elapsedMs: () => nowMs - 1000, measure: () => measureSpeed(probe, () => nowMs) };
}

test("tells weights a second, each weight once for each token", async () => {
  const { measure } = scriptedProbe((tokens) => (tokens === 1 ? 2 : 5));
  expect(await measure()).toEqual({ writeWeightsPerSecond: 500e6, readWeightsPerSecond: 2000e6 });
});

test("does not count the first pass of each kind, in which code is compiled", async () => {
  const { measure } = scriptedProbe((_, pass) => (pass === 0 ? 900 : 10));
  expect(await measure()).toEqual({ writeWeightsPerSecond: 100e6, readWeightsPerSecond: 1000e6 });
});

test("disturbed passes do not move the result", async () => {
  const { measure } = scriptedProbe((_, pass) => (pass % 2 === 0 ? 25 : 10));
  expect(await measure()).toEqual({ writeWeightsPerSecond: 100e6, readWeightsPerSecond: 1000e6 });
});

test("a slow device is measured by one pass of each kind after the first", async () => {
  const { measure, passes } = scriptedProbe((tokens) => tokens * 300);
  await measure();
  expect(passes).toEqual([1, 1, 10, 10]);
});

test("a fast device is measured within the budget", async () => {
  const { measure, elapsedMs } = scriptedProbe(() => 1);
  await measure();
  expect(elapsedMs()).toBeLessThan(300);
});

test("passes too short for the clock give a speed that is a number", async () => {
  const { measure } = scriptedProbe(() => 0);
  const { readWeightsPerSecond } = await measure();
  expect(Number.isFinite(readWeightsPerSecond)).toBe(true);
});

test("throws what a pass throws", async () => {
  const probe: SpeedProbe = {
    weights: 1,
    readTokens: 1,
    pass: () => Promise.reject(new Error("no kernel")),
  };
  await expect(measureSpeed(probe)).rejects.toThrow("no kernel");
});
