import { expect, test } from "vitest";
import { lastWordOf } from "../../../components/last-word.ts";

test.each([
  ["The tide turns.", "turns."],
  ["Noon", "Noon"],
  ["See https://tides.example/dover", "xample/dover"],
  ["海は遅く、潮は四時二十分に変わります。", "は四時二十分に変わります。".slice(-12)],
])("of %j, %j stays beside its mark", (text, kept) => {
  expect(text.slice(lastWordOf(text))).toBe(kept);
});
