import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLoopAtEnd } from "../../../lib/text/loop-at-end.ts";

const measure = { longestUnits: 96, fewestUnits: 24 };

/** A line of so many units, none of which comes twice in it. */
function lineOf(length: number, first: number): number[] {
  return Array.from({ length }, (_, at) => first + at);
}

function times(count: number, line: readonly number[]): number[] {
  return Array.from({ length: count }, () => line).flat();
}

/** A source with a list of one line, and what a list of as many lines would be in other words. */
const lists = fc
  .record({
    length: fc.integer({ min: 1, max: 24 }),
    newShare: fc.double({ min: 0.2, max: 4, noNaN: true }),
    count: fc.integer({ min: 3, max: 30 }),
    around: fc.array(fc.integer({ min: -99, max: -1 }), { maxLength: 40 }),
  })
  .map(({ length, newShare, count, around }) => ({
    source: [...around, ...times(count, lineOf(length, 0)).slice(0, -1), ...around],
    line: lineOf(Math.max(1, Math.round(length * newShare)), 1000),
    count,
  }));

test("a list of one line may be said anew as often as it was said", () => {
  fc.assert(
    fc.property(lists, ({ source, line, count }) => {
      expect(findLoopAtEnd(times(count, line).slice(0, -1), measure, source)).toBeNull();
    }),
  );
});

test("what goes on after such a list is a loop", () => {
  fc.assert(
    fc.property(lists, ({ line, count }) => {
      const source = times(count, lineOf(line.length, 0));
      const goesOn = Math.max(count + 3, Math.ceil(measure.fewestUnits / line.length));
      expect(findLoopAtEnd(times(goesOn, line), measure, source)).toBe(line.length);
    }),
  );
});

test("without a repetition in its source, three times in a row are a loop", () => {
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 96 }), fc.integer({ min: 0, max: 300 }), (length, of) => {
      const answer = [...lineOf(5, 500), ...times(3, lineOf(length, 1000))];
      expect(findLoopAtEnd(answer, measure, lineOf(of, 2000))).toBe(5 + length);
    }),
  );
});

describe("a source allows no loop", () => {
  const answer = times(4, lineOf(40, 1000));

  test.each([
    ["by a rule of twenty dashes", [...lineOf(9, 0), ...times(20, [7]), ...lineOf(9, 20)]],
    ["by a line that comes often but not in a row", times(9, lineOf(200, 0))],
    ["by a word said twice", [...lineOf(9, 0), 3, 3, ...lineOf(9, 20)]],
  ])("%s", (_, source) => {
    expect(findLoopAtEnd(answer, measure, source)).toBe(40);
  });
});
