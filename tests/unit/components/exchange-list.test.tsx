// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { ExchangeList } from "../../../components/ExchangeList.tsx";
import type { ShowsPassages } from "../../../components/shows-passages.ts";
import { backAnswer } from "../../../lib/panel/answer-evidence.ts";
import type { ExchangeEvidence } from "../../../lib/panel/exchange-evidence.ts";
import { indexPage } from "../../../lib/text/evidence/page-index.ts";
import type { Passage } from "../../../lib/text/page-text.ts";
import type { Exchange } from "../../../lib/panel/asking.ts";
import { button, draw } from "./draw.ts";
import { started, stats } from "./samples.ts";

const passages: Passage[] = [
  { number: 3, kind: "paragraph", text: "The tide turns at 4:20 in the morning.", place: "" },
];
const known = { passages, index: indexPage(passages, "en"), language: null };

function drawList(...exchanges: Exchange[]) {
  const done: string[] = [];
  const asking = { exchanges: signal(exchanges), askAgain: async () => void done.push("again") };
  const onCopy = async (text: string) => Boolean(done.push(`copy ${text}`));
  const evidence: ExchangeEvidence = new Map(
    exchanges.flatMap(({ answer }) =>
      answer.kind === "complete" && answer.text.includes("4:20")
        ? [[answer, backAnswer(answer.text, known)] as const]
        : [],
    ),
  );
  const places: ShowsPassages = {
    shown: null,
    onShow: ({ passageNumber }) => void done.push(`show ${passageNumber}`),
    onPutAway: () => {},
  };
  const list = <ExchangeList {...{ asking, evidence, places, onCopy }} nameOf={() => "Small"} />;
  return { root: draw(list), done };
}

function answered(question: string, text: string): Exchange {
  return { question, answer: { kind: "complete", text, started, ending: "complete", stats } };
}

test("each question stands above its answer, which is drawn and can be copied", () => {
  const { root, done } = drawList(answered("Why?", "The **moon**."), answered("When?", "At 4:20."));
  const items = [...root.querySelectorAll(".exchanges > li")];
  expect(items.map((item) => item.querySelector(".question")?.textContent)).toEqual([
    "Why?",
    "When?",
  ]);
  expect(root.querySelector("strong")?.textContent).toBe("moon");
  button(root, "Copy")?.click();
  expect(done).toEqual(["copy The moon."]);
});

test("the small print stands below the last one only", () => {
  const { root } = drawList(answered("Why?", "The moon."), answered("When?", "At 4:20."));
  expect(root.querySelectorAll(".small-print")).toHaveLength(1);
  expect(root.querySelector("li:last-child .small-print")?.textContent).toContain(
    "nearest to your question",
  );
});

test.each([
  ["The page does not say.", true],
  ["“The page does not say”", true],
  ["The page does not say when, but the tide turns at 4:20.", false],
])("an answer of %j is told apart: %s", (text, isUnsaid) => {
  const { root } = drawList(answered("Why?", text));
  expect(root.querySelector(".unsaid") !== null).toBe(isUnsaid);
});

test("an answer says what its sentences rest on, and leads there", () => {
  const { root, done } = drawList(answered("When?", "The tide turns at 4:20. A whale was seen."));
  expect(root.textContent).toContain("1 of 2 sentences found on the page.");
  button(root, "Show in page: passage 3")?.click();
  expect(done).toEqual(["show 3"]);
});

test("without a model, says what is needed", () => {
  const { root } = drawList({ question: "Why?", answer: { kind: "no-model" } });
  expect(root.textContent).toContain("Asking needs a model.");
});

test("what was stopped or has failed can be asked again", () => {
  const error = { code: "out-of-memory", message: "", facts: {} } as const;
  const failed: Exchange = { question: "Why?", answer: { kind: "failed", text: "", error } };
  const { root, done } = drawList(failed);
  button(root, "Ask again")?.click();
  expect(done).toEqual(["again"]);
  expect(button(root, "Copy")).toBeUndefined();
});

test("nothing is drawn before anything was asked", () => {
  expect(drawList().root.innerHTML).toBe("");
});
