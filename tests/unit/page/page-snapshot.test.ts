import { expect, test } from "vitest";
import { parseSnapshot } from "../../../lib/page/page-snapshot.ts";
import { snapshotOf } from "./snapshot-of.ts";

const good = snapshotOf(["p", "Tides rise."]);

test("believes a snapshot of the right shape", () => {
  expect(parseSnapshot(structuredClone(good))).toEqual(good);
});

test.each<[name: string, value: unknown]>([
  ["nothing", null],
  ["a string", "<p>Tides</p>"],
  ["a missing column", { ...good, steps: undefined }],
  ["columns of different lengths", { ...good, tags: ["body"] }],
  ["a number where text should be", { ...good, values: good.values.map(() => 1) }],
  ["a parent after its child", { ...good, parents: good.parents.map(() => 2) }],
  ["a second root", { ...good, parents: good.parents.map(() => -1) }],
  ["a slot that is its own host", { ...good, slotted: [[1, 1]] }],
])("refuses %s", (_, value) => {
  expect(() => parseSnapshot(value)).toThrow(expect.objectContaining({ code: "page-forbidden" }));
});
