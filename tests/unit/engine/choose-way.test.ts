import { describe, expect, test } from "vitest";
import { chooseWay, type ToRead } from "../../../lib/engine/choose-way.ts";

const page: ToRead = {
  textTokens: 1_200,
  promptTokens: 1_400,
  totalParts: 1,
  noteTokens: 96,
  readsAll: false,
  speed: { read: 75, write: 18 },
};
const long: ToRead = { ...page, textTokens: 19_000, totalParts: 14 };
const quick = { read: 1_500, write: 60 };

test.each<[string, ToRead, string]>([
  ["a page that one prompt holds", page, "whole"],
  [
    "such a page on a machine that takes minutes for it",
    { ...page, speed: { read: 15, write: 3 } },
    "selection",
  ],
  ["such a page where nobody knows how long it takes", { ...page, speed: null }, "whole"],
  ["a long page on a quick machine", { ...long, speed: quick }, "parts"],
  ["a long page on a slow machine", long, "selection"],
  ["a long page where nobody knows how long it takes", { ...long, speed: null }, "selection"],
  ["a long page of which the reader wants all", { ...long, readsAll: true }, "parts"],
  [
    "a short page of which the reader wants all",
    { ...page, readsAll: true, speed: { read: 15, write: 3 } },
    "whole",
  ],
])("%s", (_what, text, kind) => {
  expect(chooseWay(text).kind).toBe(kind);
});

describe("a selection", () => {
  test("is as large as the machine reads in a minute, and no larger than a prompt", () => {
    expect(chooseWay({ ...long, speed: { read: 15, write: 5 } })).toMatchObject({
      budgetTokens: 900,
    });
    expect(chooseWay(long)).toMatchObject({ budgetTokens: long.promptTokens });
    expect(chooseWay({ ...long, speed: { read: 1, write: 1 } })).toMatchObject({
      budgetTokens: 400,
    });
  });

  test("tells how long all would take, if that is known", () => {
    const way = chooseWay(long);
    const seconds = 19_000 / 75 + (14 * 96) / 18 + (14 * 96) / 75;
    expect(way).toMatchObject({ fullSeconds: seconds });
    expect(chooseWay({ ...long, speed: null })).toMatchObject({ fullSeconds: null });
  });
});
