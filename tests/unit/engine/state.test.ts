import { expect, test } from "vitest";
import { type EngineEvent, type EngineState, nextState } from "../../../lib/engine/state.ts";
import { loadedModel } from "./scripted-worker.ts";

const empty: EngineState = { kind: "empty", reason: "not-started" };
const loading: EngineState = { kind: "loading", modelId: "m", loadedBytes: 0, totalBytes: 0 };
const ready: EngineState = { kind: "ready", model: loadedModel };
const busy: EngineState = { kind: "busy", model: loadedModel };
const error = { code: "unexpected", message: "", facts: {} } as const;
const failed: EngineState = { kind: "failed", error };
const progress = { loadedBytes: 1, totalBytes: 2 };

test.each<[from: EngineState, event: EngineEvent, to: EngineState]>([
  [empty, { kind: "load", modelId: "m" }, loading],
  [failed, { kind: "load", modelId: "m" }, loading],
  [loading, { kind: "progress", ...progress }, { ...loading, ...progress }],
  [loading, { kind: "loaded", model: loadedModel }, ready],
  [ready, { kind: "start" }, busy],
  [busy, { kind: "finish" }, ready],
  [busy, { kind: "fail", error }, failed],
  [ready, { kind: "unload", reason: "idle" }, { kind: "empty", reason: "idle" }],
])("%j on %j becomes %j", (from, event, to) => {
  expect(nextState(from, event)).toEqual(to);
});

test.each<[state: EngineState, late: EngineEvent]>([
  [failed, { kind: "progress", ...progress }],
  [failed, { kind: "finish" }],
  [empty, { kind: "loaded", model: loadedModel }],
  [busy, { kind: "start" }],
])("%j ignores a late %j", (state, late) => {
  expect(nextState(state, late)).toBe(state);
});
