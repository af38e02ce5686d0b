// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { Run } from "../../../lib/page/marks.ts";
import { htmlOf } from "../../../lib/page/paste-html.ts";

test.each<[name: string, runs: Run[], html: string]>([
  ["text that looks like markup", [{ text: "<b>&amp;", marks: [] }], "&lt;b&gt;&amp;amp;"],
  [
    "a link with a bold word in it",
    [
      { text: "our ", marks: ["a /x?a=1&b"] },
      { text: "new", marks: ["a /x?a=1&b", "strong"] },
      { text: " page", marks: ["a /x?a=1&b"] },
    ],
    `<a href="/x?a=1&amp;b">our <strong>new</strong> page</a>`,
  ],
  [
    "lines, of which one is empty",
    [
      { text: "one\n", marks: [] },
      { text: "\ntwo", marks: ["em"] },
    ],
    "<p>one</p><p><br></p><p><em>two</em></p>",
  ],
  ["a tab", [{ text: "a\tb", marks: [] }], `a<span style="white-space: pre;">\t</span>b`],
])("writes %s as HTML", (_, runs, html) => {
  expect(htmlOf(runs)).toBe(html);
});
