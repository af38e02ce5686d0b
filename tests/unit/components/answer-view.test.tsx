// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { AnswerView } from "../../../components/AnswerView.tsx";
import type { Answer } from "../../../lib/panel/answer.ts";
import type { AnswerEvidence } from "../../../lib/panel/answer-evidence.ts";
import { button, draw, drawn } from "./draw.ts";
import { noPlaces as places, read, started, stats } from "./samples.ts";

const hostile = `# <img src=x onerror=alert(1)>
[click](https://evil.example/?q=secret) ![dot](https://evil.example/dot.gif)
<script>alert(1)</script> <a href="https://evil.example">a</a>
- <svg onload=alert(1)> [x](javascript:alert(1))
\`\`\`html
<iframe src="https://evil.example"></iframe>
\`\`\``;

let copied: string[] = [];
let triedAgain = 0;

beforeEach(() => {
  copied = [];
  triedAgain = 0;
});

function drawAnswer(answer: Answer, evidence: AnswerEvidence | null = null): HTMLElement {
  const onCopy = async (text: string) => copied.push(text) > 0;
  const onTryAgain = () => (triedAgain += 1);
  return draw(<AnswerView {...{ read, answer, evidence, places, onCopy, onTryAgain }} />);
}

function region(root: HTMLElement): Element | null {
  return root.querySelector("section[aria-label=Answer]");
}

const complete = (text: string): Answer => ({
  kind: "complete",
  started,
  text,
  ending: "complete",
  stats,
});

test("draws a hostile answer as text only", () => {
  const root = drawAnswer(complete(hostile));
  const allowed = ["P", "STRONG", "EM", "CODE", "PRE", "UL", "OL", "LI"];
  const tags = [...(region(root)?.querySelectorAll("*") ?? [])].map(({ tagName }) => tagName);
  expect(tags.filter((tag) => !allowed.includes(tag))).toEqual([]);
  expect(region(root)?.textContent).toContain("click (https://evil.example/?q=secret)");
  expect(region(root)?.textContent).toContain("<script>alert(1)</script>");
});

test("gives no element of an answer a style or an address", () => {
  const elements = region(drawAnswer(complete(hostile)))?.querySelectorAll("*") ?? [];
  for (const element of elements)
    for (const name of element.getAttributeNames()) expect(["class", "start"]).toContain(name);
});

test("shows the instant summary until the model has words", () => {
  const waiting: Answer = { kind: "waiting", started, doneTokens: 1, promptTokens: 9 };
  const root = drawAnswer(waiting);
  expect(region(root)?.textContent).toBe("The moon pulls the sea.");
  expect(region(root)?.getAttribute("aria-busy")).toBe("true");
  expect(button(root, "Model's answer")?.disabled).toBe(true);
});

test("keeps the keyboard's focus on Try again while it cannot be pressed", () => {
  const waiting: Answer = { kind: "waiting", started, doneTokens: 1, promptTokens: 9 };
  const again = button(drawAnswer(waiting), "Try again");
  expect(again?.getAttribute("aria-disabled")).toBe("true");
  again?.click();
  expect(triedAgain).toBe(0);
});

describe("of an answer that is complete", () => {
  test("has the instant summary one click away", async () => {
    const root = drawAnswer(complete("**Tides** rise."));
    expect(region(root)?.textContent).toBe("Tides rise.");
    button(root, "Instant summary")?.click();
    await drawn();
    expect(region(root)?.textContent).toBe("The moon pulls the sea.");
    button(root, "Model's answer")?.click();
    await drawn();
    expect(region(root)?.textContent).toBe("Tides rise.");
  });

  test("copies what is shown, as text or as Markdown", async () => {
    const root = drawAnswer(complete("- **Tides** rise."));
    button(root, "Copy text")?.click();
    button(root, "Copy as Markdown")?.click();
    button(root, "Instant summary")?.click();
    await drawn();
    button(root, "Copy text")?.click();
    button(root, "Copy as Markdown")?.click();
    expect(copied).toEqual([
      "• Tides rise.",
      "- **Tides** rise.",
      "• The moon pulls the sea.",
      "- The moon pulls the sea.",
    ]);
  });

  test("can be tried again", () => {
    button(drawAnswer(complete("Tides.")), "Try again")?.click();
    expect(triedAgain).toBe(1);
  });
});

test("offers no model's answer where no model was asked", () => {
  const root = drawAnswer({ kind: "none" });
  expect(button(root, "Model's answer")).toBeUndefined();
  expect(button(root, "Try again")).toBeUndefined();
  expect(region(root)?.getAttribute("aria-busy")).toBe("false");
});
