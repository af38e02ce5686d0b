import { describe, expect, test } from "vitest";
import { splitParts } from "../../../lib/text/parts.ts";

const measure = (text: string) => text.split(/\s+/).filter(Boolean).length;
const split = (text: string, most: number) => splitParts(text, { most, measure, language: "en" });
const joined = (text: string, most: number) =>
  split(text, most)
    .map(({ lead, text, tail }) => lead + text + tail)
    .join("");

const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(" ");
const texts = {
  "one line": "The moon pulls the sea.",
  paragraphs: `${words(9)}.\n\n${words(9)}.\n \n\n\t${words(9)}.`,
  lines: `  - ${words(4)}\n  - ${words(4)}\r\n  - ${words(4)}\n`,
  sentences: `${words(6)}. Then ${words(5)}! Why ${words(4)}? ${words(3)}.`,
  "words without a stop": words(50),
  "white space at the ends": ` \n\t${words(3)}\n\n`,
  "white space alone": " \n \n",
  nothing: "",
  "a script without spaces": "海は遅い。月が海を引く。港の壁は高い。",
  "signs of several characters": "👩‍👩‍👧‍👦🏳️‍🌈é".repeat(20),
};

describe.each(Object.entries(texts))("%s", (_name, text) => {
  test.each([1, 2, 3, 7, 20, 1000])("cut to at most %i words, is all of its parts", (most) => {
    expect(joined(text, most)).toBe(text);
  });

  test.each([1, 2, 3, 7, 20])("is cut into parts of at most %i words", (most) => {
    for (const part of split(text, most)) expect(measure(part.text)).toBeLessThanOrEqual(most);
  });

  test("has no white space at the ends of its parts' texts", () => {
    for (const { text: inner, lead, tail } of split(text, 3)) {
      expect(inner).toBe(inner.trim());
      expect((lead + tail).trim()).toBe("");
    }
  });
});

test("a text that is short enough is one part", () => {
  expect(split(texts.paragraphs, 100)).toHaveLength(1);
});

test("is cut between paragraphs where that is enough", () => {
  const parts = split(texts.paragraphs, 21);
  expect(parts.map(({ text }) => text)).toEqual([`${words(9)}.\n\n${words(9)}.`, `${words(9)}.`]);
  expect(parts[0]?.tail).toBe("\n \n\n\t");
});

test("a paragraph too long is cut between sentences", () => {
  const parts = split("One two three. Four five six. Seven eight nine.", 4);
  expect(parts.map(({ text }) => text)).toEqual([
    "One two three.",
    "Four five six.",
    "Seven eight nine.",
  ]);
});

test("never cuts through what a reader sees as one sign", () => {
  const family = "👩‍👩‍👧‍👦";
  const size = { most: 3 * family.length, measure: ({ length }: string) => length, language: null };
  for (const { text } of splitParts(family.repeat(50), size))
    expect(text.replaceAll(family, "")).toBe("");
});

test("takes a text of 100,000 words in well under a second", () => {
  const before = performance.now();
  const text = Array.from({ length: 2000 }, () => `${words(50)}.`).join("\n\n");
  expect(split(text, 300).length).toBeGreaterThan(300);
  expect(performance.now() - before).toBeLessThan(1000);
});
