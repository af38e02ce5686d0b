import { expect, test } from "vitest";
import { isSetAs } from "../../../lib/page/compare-marks.ts";
import type { Run } from "../../../lib/page/marks.ts";

const wanted: Run[] = [
  { text: "old ", marks: ["em"] },
  { text: "new\nbold", marks: ["strong"] },
  { text: " old", marks: [] },
];
const putIn = { start: 4, end: 12 };

function withRun(index: number, marks: Run["marks"]): Run[] {
  return wanted.map((run, at) => (at === index ? { ...run, marks } : run));
}

test("sees that all is set as it should be, however it is cut into runs", () => {
  const cut = wanted.flatMap(({ text, marks }) => text.split("").map((text) => ({ text, marks })));
  expect(isSetAs(cut, wanted, putIn)).toBe(true);
});

test("lets what was put in be plain, where an editor takes no formatting", () => {
  expect(isSetAs(withRun(1, []), wanted, putIn)).toBe(true);
});

test.each([
  ["what was put in is set otherwise", withRun(1, ["em"])],
  ["what stood before it is plain now", withRun(0, [])],
  ["what stands after it is bold now", withRun(2, ["strong"])],
])("sees that %s", (_, shown) => {
  expect(isSetAs(shown, wanted, putIn)).toBe(false);
});
