import { expect, test } from "vitest";
import { markChanges } from "../../../lib/panel/mark-changes.ts";
import type { Change } from "../../../lib/text/difference.ts";

const changes: Change[] = [
  { kind: "same", text: "At " },
  { kind: "removed", text: "4:20 on" },
  { kind: "added", text: "about 5 on" },
  { kind: "same", text: " Monday." },
];

test("marks what was removed and what was added, and cuts a change around it", () => {
  const marked = markChanges(changes, {
    before: [{ start: 3, end: 7 }],
    after: [{ start: 9, end: 10 }],
  });
  expect(marked.filter(({ isMarked }) => isMarked)).toEqual([
    { kind: "removed", text: "4:20", isMarked: true },
    { kind: "added", text: "5", isMarked: true },
  ]);
  expect(marked.map(({ text }) => text).join("|")).toBe("At |4:20| on|about |5| on| Monday.");
});

test("a stretch that reaches over the end of a change is marked as far as the change goes", () => {
  const marked = markChanges(changes, { before: [{ start: 0, end: 5 }], after: [] });
  expect(marked.filter(({ isMarked }) => isMarked)).toEqual([
    { kind: "removed", text: "4:", isMarked: true },
  ]);
});

test("without marks the changes are as they were", () => {
  const marked = markChanges(changes, { before: [], after: [] });
  expect(marked).toEqual(changes.map((change) => ({ ...change, isMarked: false })));
});
