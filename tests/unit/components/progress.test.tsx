// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Progress } from "../../../components/Progress.tsx";
import type { EngineState } from "../../../lib/engine/state.ts";
import { type Answer, waitingAnswer } from "../../../lib/panel/answer.ts";
import { draw } from "./draw.ts";
import { read, started } from "./samples.ts";

const ready: EngineState = { kind: "ready", model: started.model };
const loading: EngineState = {
  kind: "loading",
  modelId: "m",
  loadedBytes: 120e6,
  totalBytes: 365e6,
};

test.each<[shown: string, answer: Answer, engine: EngineState]>([
  ["", { kind: "none" }, ready],
  ["Starting the model", waitingAnswer, { kind: "empty", reason: "idle" }],
  ["Loading the model: 120 of 365 MB", waitingAnswer, loading],
  ["Waiting for another answer to end", waitingAnswer, { kind: "busy", model: started.model }],
  [
    "Reading the page: 35 %",
    { kind: "waiting", started, doneTokens: 350, promptTokens: 1000 },
    ready,
  ],
  ["Writing", { kind: "streaming", started, text: "T" }, ready],
  ["", { kind: "stopped", text: "T" }, ready],
])("says %j", (shown, answer, engine) => {
  const root = draw(<Progress reading={{ kind: "read", ...read }} {...{ answer, engine }} />);
  expect(root.textContent).toBe(shown);
  expect(root.querySelector("progress") === null).toBe(shown === "");
});

test("says that the page is being read", () => {
  const answer: Answer = { kind: "none" };
  const root = draw(<Progress reading={{ kind: "reading" }} answer={answer} engine={ready} />);
  expect(root.textContent).toBe("Reading the page");
});
