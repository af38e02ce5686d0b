import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whyNotOffered } from "../../../lib/text/rewrite-problem.ts";
import { oddText } from "./odd-text.ts";

const original = "We met on Monday. It was short.";
const sentence = "The report is late because of the weather. ";

describe("an answer that must never be offered", () => {
  test.each([
    ["nothing", "", "complete", "empty"],
    ["only white space", " \n\t ", "complete", "empty"],
    ["only signs that cannot be seen", "\u200b\ufeff\u00ad", "complete", "empty"],
    ["only marks", "“…”", "complete", "empty"],
    ["nothing before the limit", "", "length", "empty"],
    ["what the engine saw to loop", "We met. We met.", "loop", "loop"],
    ["a sentence again and again", sentence.repeat(4), "complete", "loop"],
    ["a sentence again and again, cut within", sentence.repeat(5).slice(0, -9), "length", "loop"],
    ["one character without end", `So ${"a".repeat(90)}`, "complete", "loop"],
    [
      "a line again and again",
      "Please send the report.\nNow.\n".repeat(4) + "Yes.",
      "complete",
      "loop",
    ],
    ["what stopped at the limit", "We met on Mon", "length", "cut"],
    ["what stood there", original, "complete", "same"],
    ["what stood there with other edges", `\n${original} `, "complete", "same"],
  ] as const)("%s", (_, answer, ending, problem) => {
    expect(whyNotOffered(answer, original, ending)).toBe(problem);
  });

  test("a text that repeats itself more often than the old one did", () => {
    expect(whyNotOffered(sentence.repeat(40), sentence.repeat(5), "complete")).toBe("loop");
    const lines = (count: number) => `${"Please send the report.\nNow.\n".repeat(count)}Yes.`;
    expect(whyNotOffered(lines(9), lines(5), "complete")).toBe("loop");
  });

  test("a text with other line ends is what stood there", () => {
    expect(whyNotOffered("a\nb", "a\r\nb", "complete")).toBe("same");
  });
});

describe("an answer that may be offered", () => {
  test.each([
    ["another wording", "We met briefly on Monday.", original],
    ["a change of one letter", "We met on monday. It was short.", original],
    ["one sign", "👍", original],
    ["a number", "42", original],
    ["words said three times", "No, no, no.", original],
    ["a table's rule", `Name\n${"-".repeat(30)}\nAnna`, original],
    ["a sentence said twice", `${sentence}Yes. ${sentence}`, original],
    [
      "a text that repeats itself as the old one did",
      `${sentence.repeat(6)}`,
      `${sentence.repeat(5)}`,
    ],
    [
      "a short line of a list, longer and as often",
      "Please give my mother a call today.\n".repeat(5),
      "Call mum\n".repeat(5),
    ],
    [
      "a numbered list of one line, as a list with dashes",
      "- Please give my mother a call today.\n".repeat(5) + "- That is all.",
      [1, 2, 3, 4, 5].map((number) => `${number}. Call mum\n`).join("") + "That is all.",
    ],
    ["signs in the place of signs", "!", "?"],
    ["another script", "我们星期一见过面。", original],
  ])("%s", (_, answer, original) => {
    expect(whyNotOffered(answer, original, "complete")).toBe(null);
  });
});

test("a text is never offered in its own place", () => {
  fc.assert(
    fc.property(oddText, (text) => {
      expect(["empty", "same"]).toContain(whyNotOffered(text, text, "complete"));
    }),
  );
});

test("40,000 characters take no time to speak of", () => {
  const startedMs = performance.now();
  whyNotOffered("ab".repeat(10_000) + "c" + "a".repeat(20_000) + "b", original, "complete");
  whyNotOffered(("x".repeat(590) + "y").repeat(2) + "z".repeat(70), original, "complete");
  expect(performance.now() - startedMs).toBeLessThan(500);
});
