import { expect, test } from "vitest";
import { joinWords } from "../../../lib/text/join-words.ts";

const text = "Its wall is 421 metres long, above water.";

const joined = (...words: string[]) =>
  joinWords(
    text,
    words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })),
  ).map(({ start, end }) => text.slice(start, end));

test("joins words with nothing but spaces and signs between them, in any order", () => {
  expect(joined("metres", "wall", "421", "long", "above")).toEqual([
    "wall",
    "421 metres long, above",
  ]);
});

test("joins words that overlap, or lie in others", () => {
  expect(joined("wall is 421", "is", "421 metres")).toEqual(["wall is 421 metres"]);
});
