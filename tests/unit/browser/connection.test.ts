import { expect, test } from "vitest";
import { isMetered } from "../../../lib/browser/connection.ts";

test.each([
  ["saves data", { connection: { saveData: true } }, true],
  ["is of a mobile network", { connection: { type: "cellular", saveData: false } }, true],
  ["is ordinary", { connection: { type: "wifi", saveData: false } }, false],
  ["is told nothing of by this browser", {}, false],
])("a connection that %s", (_what, browser, metered) => {
  expect(isMetered(browser)).toBe(metered);
});
