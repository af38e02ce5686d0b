// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { readSnapshot } from "../../../lib/page/read-snapshot.ts";
import { snapshotOf } from "./snapshot-of.ts";

const snapshot = snapshotOf([
  "main",
  ["p", "The moon pulls the sea, twice a day, along every coast."],
]);

/** The title of a page that tells it in these ways, whose tab says “Tides”. */
function titleTold(...metas: [string, string][]): string {
  return readSnapshot({ ...snapshot, metas }, "page").title;
}

test.each<[told: [string, string][], title: string]>([
  [[], "Tides"],
  [[["og:title", "Why the sea is late"]], "Why the sea is late"],
  [
    [
      ["og:title", "Short"],
      ["ld:title", "The whole headline"],
    ],
    "The whole headline",
  ],
  [[["og:title", "&#8216;Tides&#8217; explained"]], "Tides"],
  [[["og:title", "Salt & sea; a history"]], "Salt & sea; a history"],
])("of what a page tells, %j, the reader sees %s", (told, title) => {
  expect(titleTold(...told)).toBe(title);
});
