import { describe, expect, test } from "vitest";
import { ThinkingFilter, withoutThinking } from "../../../lib/engine/hide-thinking.ts";

const cases: [what: string, text: string, shown: string][] = [
  ["an answer without thoughts", "The tide rises.", "The tide rises."],
  ["a thought and an answer", "<think>\nWell.\n</think>\n\nThe tide.", "The tide."],
  ["an empty thought", "<think>\n\n</think>\n\nThe tide.", "The tide."],
  ["a thought after spaces", "\n <think>Well.</think>The tide.", "The tide."],
  ["a thought that never ends", "<think>Well, the tide", ""],
  ["a thought without an answer", "<think>Well.</think>\n\n", ""],
  ["spaces at the beginning of an answer", "  The tide.", "  The tide."],
  ["an answer that only begins like a thought", "<thin ice>", "<thin ice>"],
  ["an answer that is the beginning of the mark", "<thi", "<thi"],
  ["a mark in the middle of an answer", "It says <think>.</think>", "It says <think>.</think>"],
  ["a second thought, which is text", "<think>a</think>b<think>c", "b<think>c"],
  ["nothing", "", ""],
];

describe.each(cases)("%s", (_, text, shown) => {
  test("is shown rightly as a whole", () => {
    expect(withoutThinking(text)).toBe(shown);
  });

  test("is shown rightly letter by letter", () => {
    const filter = new ThinkingFilter();
    const pieces = [...text].map((letter) => filter.push(letter));
    expect(pieces.join("") + filter.flush()).toBe(shown);
  });
});

test("what is plainly no thought is shown at once", () => {
  expect(new ThinkingFilter().push("The")).toBe("The");
});
