import { expect, test } from "vitest";
import { findLoop } from "../../../lib/engine/find-loop.ts";

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

test("a stretch three times in a row is a loop, of which the first time is kept", () => {
  const opening = range(100, 5);
  const stretch = range(0, 10);
  expect(findLoop([...opening, ...stretch, ...stretch, ...stretch])).toBe(15);
});

test("one token again and again is a loop", () => {
  expect(findLoop([1, 2, ...Array<number>(24).fill(7)])).toBe(3);
});

test.each([
  ["ordinary text", range(0, 300)],
  ["a phrase said twice", [...range(0, 10), ...range(0, 10)]],
  ["a short drum roll", [1, 2, 3, 7, 7, 7, 7]],
  ["nothing", []],
])("%s is no loop", (_, tokenIds) => {
  expect(findLoop(tokenIds)).toBeNull();
});

test("a list of one line may be written as often as it was read, and not without end", () => {
  const read = Array.from({ length: 9 }, () => range(0, 6)).flat();
  const written = Array.from({ length: 9 }, () => range(50, 8)).flat();
  expect(findLoop(written)).not.toBeNull();
  expect(findLoop(written, read)).toBeNull();
  expect(findLoop([...written, ...written], read)).toBe(8);
});
