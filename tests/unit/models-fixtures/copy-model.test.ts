// @vitest-environment node
import { beforeAll, describe, expect, test } from "vitest";
import {
  type ChatModel,
  type Dtype,
  encodeChat,
  generate,
  generateInSteps,
  loadChatModel,
  wouldAnswer,
} from "./local-models.ts";

const prose =
  'The tide rises, and the tide falls; "the tide rises", she wrote in 1,987, & the tide falls.';
const japanese =
  "東京の朝は静かで、川の水は冷たく、人々は静かに歩いている。「東京の夜」は明るい。🌊";
const filler = Array.from(
  { length: 69 },
  (_, i) => `The library lends what it cannot sell, said reader ${i}, and the tide rises.`,
).join("\n");

function page(text: string): string {
  return `Summarize the page.\n<page>\n${text}\n</page>\nIn a few sentences.`;
}

describe.each<[Dtype]>([["q8"], ["q4"], ["q4f16"]])("the copy model in %s", (dtype) => {
  let chat: ChatModel;
  beforeAll(async () => {
    chat = await loadChatModel("copy-qwen3", dtype);
  });

  test.each<[what: string, prompt: string, answer: string]>([
    ["the first line of a page", page(`${prose}\nA second line.`), prose],
    ["a Japanese line", page(`${japanese}\n次の行。`), japanese],
    [
      "a line without words",
      page("§ 4.1: a=b²; \tx\u00a0y … ﷽ e\u0301\nNo."),
      "§ 4.1: a=b²; \tx\u00a0y … ﷽ é",
    ],
    ["one word said many times", page(`${"no ".repeat(80)}yes\nNo.`), `${"no ".repeat(80)}yes`],
    ["what follows the mark, with its space", page(`One\nTwo. ¶ ${prose}\nThree`), ` ${prose}`],
    ["the first mark of several", page(`¶one ¶ two\n¶three`), "one ¶ two"],
    ["a mark outside the page", `${page(prose)}\n¶${japanese}`, japanese],
    ["a mark without a page", `Repeat: ¶${prose}`, prose],
    ["the first page of several", `${page("First.")}\n${page("Second.")}`, "First."],
    ["a page when <page> was only spoken of", `Between <page> and </page>.\n${page(prose)}`, prose],
    ["nothing when there is neither", "Hello there,\nreader.", ""],
    ["nothing when the mark ends the message", "Nothing follows ¶", ""],
    ["nothing when the first line is empty", page("\nNot this."), ""],
  ])("copies %s", async (_, prompt, answer) => {
    expect(await generate(chat, prompt)).toBe(answer);
  });

  test.each([1, 7, 64])(
    "answers the same when it reads %i tokens at a time",
    async (stepTokens) => {
      const prompt = page(`One.\nTwo ¶${japanese}\nThree.`);
      expect(await generateInSteps(chat, prompt, stepTokens)).toBe(japanese);
    },
  );

  test("reads a system message", async () => {
    const withSystem = encodeChat(chat, prose, "Answer in verse.");
    expect(chat.tokenizer.decode(withSystem)).toContain(
      "<|im_start|>system\nAnswer in verse.<|im_end|>",
    );
  });
});

test("copies 600 tokens out of 3,000", async () => {
  const chat = await loadChatModel("copy-qwen3", "q8");
  const line = Array.from({ length: 66 }, (_, i) => `the tide rises and falls ${i % 9}`).join("; ");
  const prompt = `${filler}\n${page(`${line}\nA second line.`)}`;
  expect(chat.tokenizer.encode(line).length).toBeGreaterThan(600);
  expect(encodeChat(chat, prompt).length).toBeGreaterThan(2_900);
  expect(await wouldAnswer(chat, prompt, line)).toBe(true);
}, 60_000);
