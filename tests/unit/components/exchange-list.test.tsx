// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { ExchangeList } from "../../../components/ExchangeList.tsx";
import type { Exchange } from "../../../lib/panel/asking.ts";
import { button, draw } from "./draw.ts";
import { started, stats } from "./samples.ts";

function drawList(...exchanges: Exchange[]) {
  const done: string[] = [];
  const asking = { exchanges: signal(exchanges), askAgain: async () => void done.push("again") };
  const onCopy = async (text: string) => Boolean(done.push(`copy ${text}`));
  return { root: draw(<ExchangeList {...{ asking, onCopy }} nameOf={() => "Small"} />), done };
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
  expect(root.querySelector("li:last-child .small-print")?.textContent).toContain("40 of 310");
});

test.each([
  ["The page does not say.", true],
  ["“The page does not say”", true],
  ["The page does not say when, but the tide turns at 4:20.", false],
])("an answer of %j is told apart: %s", (text, isUnsaid) => {
  const { root } = drawList(answered("Why?", text));
  expect(root.querySelector(".unsaid") !== null).toBe(isUnsaid);
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
