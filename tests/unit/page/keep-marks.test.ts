import { array, assert, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import { keepMarks } from "../../../lib/page/keep-marks.ts";
import type { Mark, Run } from "../../../lib/page/marks.ts";

/** Text with `*strong*`, `_em_` and `[links]`, as runs. */
function runs(marked: string): Run[] {
  return marked
    .split(/(\*[^*]+\*|_[^_]+_|\[[^\]]+\]|\n)/)
    .filter((part) => part !== "")
    .map((part): Run => {
      const mark = markOfSign[part.charAt(0)];
      return mark ? { text: part.slice(1, -1), marks: [mark] } : { text: part, marks: [] };
    });
}
const markOfSign: Record<string, Mark> = { "*": "strong", _: "em", "[": "a #x" };

test.each([
  ["Old *words* stand.", "New words fall.", "New *words* fall."],
  ["See [our page] and *go*.", "Go: see our page.", "Go: see [our page]."],
  ["One *two* three *four*.", "Four: four, two.", "Four: *four*, *two*."],
  ["A *bold *end", "The bold thing", "The *bold* thing"],
  ["the *10\u00A0km* run", "a 10 km run", "a *10 km* run"],
  ["我们的*网页*很好", "请看网页吧", "请看*网页*吧"],
  ["*one*\n_two_", "two\none", "_two_\n*one*"],
])("of %j it keeps in %j what both have", (old, text, wanted) => {
  expect(keepMarks(runs(old), text)).toEqual(runs(wanted));
});

test.each([
  ["the phrase is not there", "Old *words* stand.", "New terms stand."],
  ["it is there twice", "Old *words* stand.", "words and words"],
  ["it was there twice", "*words* and words", "all words"],
  ["it is only a part of a word", "an *art* show", "a start"],
  ["nothing is set in more than the rest", "plain words", "other words"],
])("keeps nothing where %s", (_, old, text) => {
  expect(keepMarks(runs(old), text)).toBeNull();
});

test("what all of the old text is set in, all of the new one is set in", () => {
  const old: Run[] = [
    { text: "All bold, see ", marks: ["strong"] },
    { text: "here", marks: ["a #x", "strong"] },
  ];
  expect(keepMarks(old, "Look here now")).toEqual([
    { text: "Look ", marks: ["strong"] },
    { text: "here", marks: ["a #x", "strong"] },
    { text: " now", marks: ["strong"] },
  ]);
});

test("never changes a character, whatever is set how", () => {
  const word = constantFrom("a", "b", "ab", " ", "\n", "é", "\u00A0", "👩‍👩‍👧", "网页");
  const marks = constantFrom<Mark[]>([], ["strong"], ["em", "strong"], ["a #x"]);
  const old = array(record({ text: word, marks }), { maxLength: 8 });
  assert(
    property(old, array(word, { maxLength: 8 }), (old, words) => {
      const text = words.join("");
      const kept = keepMarks(old, text);
      if (kept) expect(kept.map((run) => run.text).join("")).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
