// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Progress } from "../../../components/Progress.tsx";
import type { EngineState } from "../../../lib/engine/state.ts";
import { type Answer, waitingAnswer } from "../../../lib/panel/answer.ts";
import { draw } from "./draw.ts";
import { started } from "./samples.ts";

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
  const root = draw(<Progress what="page" isReading={false} {...{ answer, engine }} />);
  expect(root.textContent).toBe(shown);
  expect(root.querySelector("progress") === null).toBe(shown === "");
});

test.each(["page", "message"] as const)("says that the %s is being read", (what) => {
  const root = draw(<Progress isReading answer={{ kind: "none" }} engine={ready} what={what} />);
  expect(root.textContent).toBe(`Reading the ${what}`);
});
