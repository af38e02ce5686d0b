import * as v from "valibot";
import { wireErrorSchema } from "../errors.ts";
import { deviceSchema, dtypeSchema } from "../models/device.ts";

/** A rung of the ladder that was tried or passed over, and why. */
export const stepDownSchema = v.object({
  device: deviceSchema,
  reason: v.picklist(["no-adapter", "software-adapter", "no-weights", "failed"]),
});
export type StepDown = v.InferOutput<typeof stepDownSchema>;

/** A model in memory and what it runs on. */
export const loadedModelSchema = v.object({
  modelId: v.string(),
  device: deviceSchema,
  dtype: dtypeSchema,
  /** Threads of the processor that compute; 1 on WebGPU. */
  threads: v.number(),
  stepsDown: v.array(stepDownSchema),
});
export type LoadedModel = v.InferOutput<typeof loadedModelSchema>;

/** What the engine is doing. The only description of it that the panel ever sees. */
export const engineStateSchema = v.variant("kind", [
  v.object({ kind: v.literal("empty"), reason: v.picklist(["not-started", "idle", "stopped"]) }),
  v.object({
    kind: v.literal("loading"),
    modelId: v.string(),
    loadedBytes: v.number(),
    totalBytes: v.number(),
  }),
  v.object({ kind: v.literal("ready"), model: loadedModelSchema }),
  v.object({ kind: v.literal("busy"), model: loadedModelSchema }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
]);
export type EngineState = v.InferOutput<typeof engineStateSchema>;

export type EngineEvent =
  | { kind: "load"; modelId: string }
  | { kind: "progress"; loadedBytes: number; totalBytes: number }
  | { kind: "loaded"; model: LoadedModel }
  | { kind: "start" }
  | { kind: "finish" }
  | { kind: "unload"; reason: "idle" | "stopped" }
  | { kind: "fail"; error: v.InferOutput<typeof wireErrorSchema> };

/**
 * The state after `event`. An event that makes no sense in a state leaves it as it is, because a
 * late report after a failure or a stop is ordinary.
 */
export function nextState(state: EngineState, event: EngineEvent): EngineState {
  switch (event.kind) {
    case "load":
      return { kind: "loading", modelId: event.modelId, loadedBytes: 0, totalBytes: 0 };
    case "progress": {
      const { loadedBytes, totalBytes } = event;
      return state.kind === "loading" ? { ...state, loadedBytes, totalBytes } : state;
    }
    case "loaded":
      return state.kind === "loading" ? { kind: "ready", model: event.model } : state;
    case "start":
      return state.kind === "ready" ? { kind: "busy", model: state.model } : state;
    case "finish":
      return state.kind === "busy" ? { kind: "ready", model: state.model } : state;
    case "unload":
      return { kind: "empty", reason: event.reason };
    case "fail":
      return { kind: "failed", error: event.error };
  }
}
