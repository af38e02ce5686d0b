import { expect, test } from "vitest";
import { keepParagraphGaps } from "../../../lib/text/paragraph-gaps.ts";

test.each([
  ["empty lines that a model left out", "A.\nB.", "a\n\n\nb", "A.\n\n\nB."],
  ["empty lines that a model put in", "A.\n\nB.", "a\nb", "A.\nB."],
  ["indents", "- A\n- B", "  - a\n\t- b", "  - A\n\t- B"],
  ["white space at the ends", "A.", "\n a \n\n", "\n A. \n\n"],
  ["line breaks of two characters", "A.\nB.", "a\r\nb", "A.\r\nB."],
])("keeps %s as the original has them", (_what, rewrite, original, expected) => {
  expect(keepParagraphGaps(rewrite, original)).toBe(expected);
});

test("leaves a rewrite of more or fewer paragraphs as it is", () => {
  expect(keepParagraphGaps("- A\n- B\n\n- C", "a\n\nb")).toBe("- A\n- B\n\n- C");
  expect(keepParagraphGaps("A and B.", "a\n\nb")).toBe("A and B.");
});

test("a text is its own rewrite", () => {
  for (const text of ["a\n\n\tb \n c\n", " a", "a\r\n\r\nb", "", " \n"])
    expect(keepParagraphGaps(text, text).trim()).toBe(text.trim());
  expect(keepParagraphGaps(" a \n\n  b\n", " a \n\n  b\n")).toBe(" a \n\n  b\n");
});
