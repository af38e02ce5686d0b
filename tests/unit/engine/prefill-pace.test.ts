import { expect, test } from "vitest";
import { MAX_STEP_TOKENS, MIN_STEP_TOKENS, PrefillPace } from "../../../lib/engine/prefill-pace.ts";

/** Tokens left of a prompt that no step comes near the end of. */
const MUCH = 100_000;

/** The step after one that was read at a speed. */
function stepAt(tokensPerSecond: number): number {
  const pace = new PrefillPace();
  const tokens = pace.nextStep(MUCH);
  pace.record(tokens, (tokens / tokensPerSecond) * 1000);
  return pace.nextStep(MUCH);
}

test("a step takes a fifth of a second where the device allows", () => {
  expect(stepAt(1000)).toBe(200);
  expect(stepAt(2000)).toBe(400);
});

test("a slow device reads steps that are worth their cost", () => {
  expect(stepAt(40)).toBe(MIN_STEP_TOKENS);
  expect(stepAt(0.1)).toBe(MIN_STEP_TOKENS);
});

test("a fast device still stops between steps", () => {
  expect(stepAt(1e6)).toBe(MAX_STEP_TOKENS);
});

test("a step that took no time at all has a length", () => {
  const pace = new PrefillPace();
  pace.record(1, 0);
  expect(pace.nextStep(MUCH)).toBe(MAX_STEP_TOKENS);
});

test("follows a device that slows down", () => {
  const pace = new PrefillPace();
  pace.record(100, 50);
  expect(pace.nextStep(MUCH)).toBe(400);
  pace.record(400, 500);
  expect(pace.nextStep(MUCH)).toBe(160);
});

test("begins with a step that a slow device can read", () => {
  expect(new PrefillPace().nextStep(MUCH)).toBe(MIN_STEP_TOKENS);
});

test("a rest too small to be worth a step joins the one before it", () => {
  const pace = new PrefillPace();
  expect(pace.nextStep(MIN_STEP_TOKENS + 1)).toBe(MIN_STEP_TOKENS + 1);
  expect(pace.nextStep(MIN_STEP_TOKENS * 2)).toBe(MIN_STEP_TOKENS);
});
