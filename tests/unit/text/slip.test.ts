import { describe, expect, test } from "vitest";
import { isSlip } from "../../../lib/text/slip.ts";

describe("a slip of the pen", () => {
  test.each([
    ["recieved", "received"],
    ["definately", "definitely"],
    ["tommorow", "tomorrow"],
    ["dont", "don't"],
    ["teh", "the"],
    ["london", "London"],
    ["happend", "happened"],
  ])("%s may be for %s", (written, meant) => {
    expect(isSlip(written, meant)).toBe(true);
  });
});

describe("another word", () => {
  test.each([
    ["aero", "zero"],
    ["econobox", "economic"],
    ["informations", "information's"],
    ["duvet", "diet"],
  ])("%s is hardly for %s", (written, meant) => {
    expect(isSlip(written, meant)).toBe(false);
  });
});
