import { expect, test } from "vitest";
import { countSections } from "../../../lib/engine/count-sections.ts";

test.each<[what: string, chosen: number[], heard: number]>([
  ["a passage", [3, 6], 2],
  ["its heading alone", [2], 1],
  ["several passages", [3, 4, 8, 9], 2],
  ["nothing, but what stands above the first heading", [0, 1], 0],
])("a section is heard by %s", (_, chosen, heardSections) => {
  expect(countSections(chosen, [2, 5, 8])).toEqual({ heardSections, totalSections: 3 });
});
