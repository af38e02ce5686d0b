import { expect, test } from "vitest";
import { fitPassages } from "../../../lib/engine/fit-passages.ts";

const model = { countTokens: (text: string) => text.split(" ").length };
const passages = ["one two", "three four five six", "seven", "eight nine"];

test("all passages go into a prompt that has room for them", () => {
  expect(fitPassages(passages, [3, 1, 0, 2], { model, budgetTokens: 100 })).toEqual([0, 1, 2, 3]);
});

test("the most important that fit are taken, in reading order", () => {
  expect(fitPassages(passages, [3, 1, 0, 2], { model, budgetTokens: 8 })).toEqual([1, 3]);
});

test("a passage that does not fit leaves its room to smaller ones", () => {
  expect(fitPassages(passages, [1, 3, 2, 0], { model, budgetTokens: 5 })).toEqual([1]);
  expect(fitPassages(passages, [1, 3, 2, 0], { model, budgetTokens: 4 })).toEqual([3]);
});
