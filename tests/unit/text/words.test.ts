import { expect, test } from "vitest";
import { countWords, readingMinutes } from "../../../lib/text/words.ts";

test.each([
  ["en", "", 0],
  ["en", "Don't count – or do – the dashes.", 6],
  ["en", "A well-known 3.5 percent", 4],
  ["de", "Übermäßig schöne Häuser.", 3],
  ["ar", "ذهب إلى البيت.", 3],
  ["hi", "राम घर गया।", 3],
  ["ko", "그는 집에 갔다.", 3],
  ["ja", "猫が好きです。", 4],
  ["zh", "我喜欢猫。", 3],
  ["th", "ฉันชอบแมว", 3],
  ["zh", "我用 Chrome 上网", 4],
  [null, "猫 and dog", 3],
])("counts words in %s: %s", (language, text, words) => {
  expect(countWords(text, language)).toBe(words);
});

test("takes at least a minute to read anything", () => {
  expect(readingMinutes(5, "en")).toBe(1);
});

test("takes longer over the same number of words in a language that is read more slowly", () => {
  expect(readingMinutes(2_280, "en-GB")).toBe(10);
  expect(readingMinutes(2_280, "ar")).toBeGreaterThan(readingMinutes(2_280, "en"));
  expect(readingMinutes(1_840, null)).toBe(10);
});
