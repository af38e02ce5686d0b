import { describe, expect, test } from "vitest";
import { parseInline } from "../../../lib/text/answer-inline.ts";
import { parseAnswer, plainText } from "../../../lib/text/answer-tree.ts";

const text = (text: string) => ({ kind: "text" as const, text });
const strong = (words: string) => ({ kind: "strong" as const, children: [text(words)] });
const emphasis = (words: string) => ({ kind: "emphasis" as const, children: [text(words)] });
const code = (text: string) => ({ kind: "code" as const, text });

test.each([
  ["A **bold** word", [text("A "), strong("bold"), text(" word")]],
  ["An *odd* word", [text("An "), emphasis("odd"), text(" word")]],
  ["An _odd_ word", [text("An "), emphasis("odd"), text(" word")]],
  ["これは**太字**です", [text("これは"), strong("太字"), text("です")]],
  ["***both***", [{ kind: "strong", children: [emphasis("both")] }]],
  ["**a *b* c**", [{ kind: "strong", children: [text("a "), emphasis("b"), text(" c")] }]],
  ["Run `npm ci` now", [text("Run "), code("npm ci"), text(" now")]],
  ["``a ` b``", [code("a ` b")]],
  ["`**x**`", [code("**x**")]],
  ["2*3*4 and snake_case_name", [text("2*3*4 and snake_case_name")]],
  ["a * b * c", [text("a * b * c")]],
  ["\\*not\\*", [text("*not*")]],
  ["****", [text("****")]],
])("sets %j", (source, inline) => {
  expect(parseInline(source)).toEqual(inline);
});

test.each([
  ["[text](https://a.example/?q=1)", "text (https://a.example/?q=1)"],
  ["![a cat](https://a.example/cat.png)", "a cat (https://a.example/cat.png)"],
  ["![](https://a.example/dot.gif)", "https://a.example/dot.gif"],
  ["[https://a.example](https://a.example)", "https://a.example"],
  ["[1] and (2)", "[1] and (2)"],
  ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
  ["<a href='https://a.example'>a</a> &amp; b", "<a href='https://a.example'>a</a> &amp; b"],
])("keeps %j as text", (source, shown) => {
  expect(parseInline(source)).toEqual([text(shown)]);
});

test.each([
  ["**Bo", [strong("Bo")]],
  ["**Bold*", [strong("Bold*")]],
  ["**", [text("**")]],
  ["an *od", [text("an *od")]],
  ["`npm c", [text("`npm c")]],
  ["[text](https://a.ex", [text("[text](https://a.ex")]],
])("reads %j, which is still arriving", (source, inline) => {
  expect(parseInline(source)).toEqual(inline);
});

const answer = `## Tides ##
The moon pulls
the sea.

- **Spring** tides
- Neap tides
  - at half moon
    - deeper

1. First

2. Second

~~~sh
- no list
~~~
After`;

test("reads the blocks of an answer", () => {
  expect(parseAnswer(answer).map(({ kind }) => kind)).toEqual([
    "heading",
    "paragraph",
    "list",
    "list",
    "code",
    "paragraph",
  ]);
});

test("gives an answer as plain text", () => {
  expect(plainText(parseAnswer(answer))).toBe(`Tides

The moon pulls
the sea.

• Spring tides
• Neap tides
  • at half moon
  • deeper

1. First
2. Second

- no list

After`);
});

test("keeps the number an ordered list begins with", () => {
  expect(parseAnswer("3. Third\n4. Fourth")).toMatchObject([{ kind: "list", start: 3 }]);
});

test("takes a line after an item into the item", () => {
  expect(plainText(parseAnswer("- one\ntwo\n\nthree"))).toBe("• one\ntwo\n\nthree");
});

test("never throws on an answer cut off anywhere", () => {
  for (let end = 0; end <= answer.length; end += 1)
    expect(() => plainText(parseAnswer(answer.slice(0, end)))).not.toThrow();
});

test.each([
  "*",
  "_",
  "**a ",
  "`",
  "`` ` ",
  "[",
  "![",
  "](",
  "[a](",
  "# ",
  "- ",
  "  - ",
  "\\",
  "_*",
])("reads 200,000 characters of %j in time", (piece) => {
  const hostile = piece.repeat(Math.ceil(200_000 / piece.length));
  const began = performance.now();
  parseAnswer(hostile);
  parseAnswer(`${hostile} `.repeat(1) + "x");
  expect(performance.now() - began).toBeLessThan(1000);
});

test("reads backtick runs of all lengths in time", () => {
  const hostile = Array.from({ length: 600 }, (_, length) => "`".repeat(length + 1)).join(" ");
  const began = performance.now();
  parseAnswer(hostile);
  expect(performance.now() - began).toBeLessThan(1000);
});

describe("lines with a label each", () => {
  const facts = (source: string) =>
    parseAnswer(source).flatMap((block) => (block.kind === "facts" ? block.facts : []));

  test.each([
    ["Who: the keeper\nHow much: 12 crowns", ["Who", "How much"]],
    ["Who: the keeper\n\nWhen: in 1911", ["Who", "When"]],
    ["**Who:** the keeper\n**When**: in 1911", ["Who", "When"]],
    ["Qui : le gardien\nOù : au phare", ["Qui", "Où"]],
    ["谁：守塔人\n何时：1911年", ["谁", "何时"]],
  ])("make a table: %j", (source, labels) => {
    expect(facts(source).map(({ label }) => label)).toEqual(labels);
  });

  test.each([
    ["Who: the keeper"],
    ["The keeper wrote one thing: nothing\nHe wrote it at 12:30 each day"],
    ["Who: the keeper\nWh"],
  ])("are text where there is no second: %j", (source) => {
    expect(facts(source)).toEqual([]);
  });

  test("go on in a line without one, and stay a table while the next one comes", () => {
    const [, when] = facts("Who: the keeper\nWhen: in 1911\nor later");
    expect(when).toEqual({ label: "When", inline: [text("in 1911\nor later")] });
  });

  test("are copied as they were written", () => {
    expect(plainText(parseAnswer("Who: the **keeper**\nWhen: in 1911"))).toBe(
      "Who: the keeper\nWhen: in 1911",
    );
  });
});
