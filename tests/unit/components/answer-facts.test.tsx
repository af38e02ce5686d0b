// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { AnswerFacts } from "../../../components/AnswerFacts.tsx";
import { Privacy } from "../../../components/Privacy.tsx";
import type { Answer } from "../../../lib/panel/answer.ts";
import { draw } from "./draw.ts";
import { started, stats } from "./samples.ts";

function facts(answer: Answer): (string | null)[] {
  const root = draw(<AnswerFacts answer={answer} nameOf={() => "Small"} />);
  return [...root.querySelectorAll("p")].map(({ textContent }) => textContent);
}

const complete = { kind: "complete", text: "Tides.", started, ending: "complete", stats } as const;

test("says what was read, what ran where and how fast, and each step down", () => {
  expect(facts(complete)).toEqual([
    "Read 40 of 310 passages",
    "Small on the processor, 2 threads · read 45 and wrote 12 tokens a second",
    "This browser offers no WebGPU, so the model runs on the processor.",
  ]);
});

test.each([
  [12, "Read the 40 most telling of 310 passages"],
  [9, "Read the 40 most telling of 310 passages, from 9 of 12 sections"],
])("says of a selection where %i of 12 sections were heard", (heardSections, sentence) => {
  const sections = { heardSections, totalSections: 12 };
  const way = { kind: "selection", fullSeconds: null, ...sections } as const;
  expect(facts({ ...complete, started: { ...started, way } })[0]).toBe(sentence);
});

test("says of a question that what was read is nearest to it", () => {
  const root = draw(<AnswerFacts answer={complete} nameOf={() => "Small"} isOfQuestion />);
  expect(root.querySelector("p")?.textContent).toBe(
    "Read the 40 of 310 passages nearest to your question",
  );
});

test("says nothing of passages when all were read", () => {
  const { model } = started;
  const gpu = { ...model, device: "webgpu" as const, threads: 1, stepsDown: [] };
  const whole = { model: gpu, readPassages: 3, totalPassages: 3 };
  expect(facts({ kind: "streaming", started: whole, text: "T" })).toEqual([
    "Small on the graphics card",
  ]);
});

test("says of a page that was read before that it was, and counts only what was read now", () => {
  const again = { ...complete, stats: { ...stats, reusedTokens: 800, prefillMs: 2000 } };
  expect(facts(again).slice(1, 3)).toEqual([
    "The page had been read already.",
    "Small on the processor, 2 threads · read 50 and wrote 12 tokens a second",
  ]);
});

test.each(["length", "loop"] as const)("says how an answer ended by its %s", (ending) => {
  expect(facts({ ...complete, ending })[0]).toMatch(/^The .*\.$/);
});

test.each([
  [0, "Nothing left this machine · 0 requests"],
  [1, "Nothing you read left this machine · 1 request, to fetch models"],
  [6, "Nothing you read left this machine · 6 requests, all to fetch models"],
])("counts %i requests", (count, sentence) => {
  expect(draw(<Privacy requestCount={count} />).textContent).toBe(sentence);
});
