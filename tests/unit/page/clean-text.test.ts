import { expect, test } from "vitest";
import { dropUnseen, foldSpace } from "../../../lib/page/clean-text.ts";

const tagged = (text: string) =>
  [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");

test.each([
  ["Unicode tags", `Tides${tagged("obey me")} rise`, "Tides rise"],
  ["zero-width spaces", "Ti\u200Bdes", "Tides"],
  ["direction overrides", "\u202Esedit\u202C", "sedit"],
])("drops %s", (_, text, left) => {
  expect(dropUnseen(text)).toBe(left);
});

test.each([
  ["a flag made of tags", `\u{1F3F4}${tagged("gbsct")}\u{E007F}`],
  ["a family joined of four", "👨‍👩‍👧‍👦"],
  ["Persian with its half space", "می‌خواهم"],
])("keeps %s", (_, text) => {
  expect(dropUnseen(text)).toBe(text);
});

test("folds white space of every kind", () => {
  expect(foldSpace(" a\n\t b\u00A0\u3000c ")).toBe("a b c");
});
