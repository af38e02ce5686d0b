import { expect, test } from "vitest";
import { inlineText } from "../../../lib/text/answer-inline.ts";
import { cutAnswer, sliceInline } from "../../../lib/text/answer-sentences.ts";
import { parseAnswer } from "../../../lib/text/answer-tree.ts";

const sentencesOf = (answer: string) => [...cutAnswer(parseAnswer(answer), "en").values()].flat();

test("cuts paragraphs and items, nested ones too, and counts through all of them", () => {
  const answer = "It rises. It falls.\n\n- Dover at 4:20.\n  - Deal later.\n- Dr. Reed agrees.";
  expect(sentencesOf(answer).map(({ index, text }) => [index, text])).toEqual([
    [0, "It rises."],
    [1, "It falls."],
    [2, "Dover at 4:20."],
    [3, "Deal later."],
    [4, "Dr. Reed agrees."],
  ]);
});

test("takes headings and code for no sentences", () => {
  expect(sentencesOf("# Tides.\n\n```\ntide = moon.\n```")).toEqual([]);
});

test("lets a sentence reach over bold words, and bold words over sentences", () => {
  const answer = "The **tide turned. It was** late.";
  expect(sentencesOf(answer).map(({ inline }) => inline)).toEqual([
    [
      { kind: "text", text: "The " },
      { kind: "strong", children: [{ kind: "text", text: "tide turned." }] },
    ],
    [
      { kind: "strong", children: [{ kind: "text", text: "It was" }] },
      { kind: "text", text: " late." },
    ],
  ]);
});

test("loses no word and no space of a block", () => {
  const answer = "One  *two*. Three `four`?\nFive **six**! Seven";
  for (const [inline, sentences] of cutAnswer(parseAnswer(answer), "en")) {
    const joined = sentences.map(({ gap, text }) => gap + text).join("");
    expect(joined).toBe(inlineText(inline));
    for (const sentence of sentences) expect(inlineText(sentence.inline)).toBe(sentence.text);
  }
});

test("slices words out of the middle of marks", () => {
  const [block] = parseAnswer("a **bc *de* f** g");
  const inline = block?.kind === "paragraph" ? block.inline : [];
  expect(inlineText(sliceInline(inline, 3, 7))).toBe("c de");
});
