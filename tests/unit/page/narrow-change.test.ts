import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { narrowChange } from "../../../lib/page/narrow-change.ts";

function apply(before: string, { start, end, text }: ReturnType<typeof narrowChange>): string {
  return before.slice(0, start) + text + before.slice(end);
}

test("makes the one text into the other, whatever they are", () => {
  const words = array(constantFrom("a", "b", "ab", "👨‍👩‍👧", " ", "\n", "é", "e\u0301"), {
    maxLength: 12,
  });
  const text = oneof(
    string({ unit: "binary" }),
    words.map((all) => all.join("")),
  );
  assert(
    property(text, text, (before, after) => {
      expect(apply(before, narrowChange(before, after))).toBe(after);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["a long storry ends", "a long story ends", "story"],
  ["one two three", "one 2 three", "2"],
  ["one two", "one two three", "two three"],
  ["one two three", "two three", "two"],
  ["same", "", ""],
])("from %j to %j it writes %j", (before, after, text) => {
  expect(narrowChange(before, after).text).toBe(text);
});

test("begins and ends at words, so that no character is cut in two", () => {
  const { start, text } = narrowChange("we are 👩‍👩‍👧 here", "we are 👩‍👩‍👦 here");
  expect({ start, text }).toEqual({ start: 7, text: "👩‍👩‍👦" });
});
