import { describe, expect, test } from "vitest";
import { rankForQuestion } from "../../../lib/text/rank-for-question.ts";

const passages = [
  "The bridge", // 0, a heading
  "The old bridge was opened in 1894 by the mayor.",
  "It carries two lanes and a footpath.",
  "The harbour", // 3, a heading
  "Ferries leave for the islands every hour.",
  "A ticket costs four pounds, and children travel free.",
  "In winter the last one leaves at six.",
  "The library", // 7, a heading
  "Its reading room seats forty.",
  "The building was paid for by a merchant from Porto.",
];
const headings = [0, 3, 7];

function rank(text: string, before = "") {
  return rankForQuestion({ passages, headings }, { text, before });
}

test.each([
  ["a word of the question", "What does a ticket cost?", 5],
  ["another form of it", "When did the bridge open?", 1],
  ["a rare word before a common one", "Who from Porto paid for the building?", 9],
  ["a word of its heading", "What is told of the library?", 8],
])("the nearest passage has %s", (_what, question, nearest) => {
  expect(rank(question).find((index) => !headings.includes(index))).toBe(nearest);
});

test("a passage comes with its heading and what stands around it", () => {
  expect(rank("What does a ticket cost?").slice(0, 4)).toEqual([5, 3, 6, 4]);
});

test("a question that says little itself is helped by the one before", () => {
  const before = "What does a ticket cost?\nFour pounds.";
  expect(rank("And for a child?", before)[0]).toBe(5);
  expect(rank("And the reading room?", before)[0]).toBe(8);
});

describe("every passage comes once, whatever is asked", () => {
  test.each(["What does a ticket cost?", "¿Cuándo?", ""])("%j", (question) => {
    expect(rank(question).toSorted((a, b) => a - b)).toEqual([...passages.keys()]);
  });
});

test("a page without passages has none to rank", () => {
  expect(rankForQuestion({ passages: [], headings: [] }, { text: "Why?", before: "" })).toEqual([]);
});

test("what is asked in a script without spaces is found", () => {
  const japanese = ["橋は古い。", "図書館は月曜日に休みます。", "港から船が出る。"];
  const order = rankForQuestion(
    { passages: japanese, headings: [] },
    { text: "図書館はいつ休みですか", before: "" },
  );
  expect(order[0]).toBe(1);
});

test("a long page is ranked without a reader's noticing", () => {
  const long = Array.from({ length: 3000 }, (_, i) => `Passage ${i} of words about item x${i}y.`);
  const order = rankForQuestion({ passages: long, headings: [] }, { text: "x2024y?", before: "" });
  expect(order[0]).toBe(2024);
});
