import * as v from "valibot";
import { wireErrorSchema } from "../errors.ts";
import { type Job, type JobEvent, jobEventSchema, jobSchema } from "./engine.ts";
import { type Rung, rungSchema } from "./ladder.ts";
import { loadedModelSchema } from "./state.ts";
import { type TranslationEvent, translationEventSchema } from "./translation.ts";

/** Bytes of a model that have come from the disk into the worker. */
export interface LoadProgress {
  loadedBytes: number;
  totalBytes: number;
}

/** A worker that holds one model, or the packs of one way. Ending it is the only way to give WASM memory back. */
export interface ModelWorker {
  /** @throws AppError `model-unsupported`, `model-files-missing` or `out-of-memory`. */
  load(modelId: string, rung: Rung, onProgress: (progress: LoadProgress) => void): Promise<void>;
  /**
   * Runs a job on the loaded model.
   * @throws AppError `cancelled` after `signal` aborts, as soon as the model can be interrupted.
   */
  run(work: Work, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<void>;
  /** Loads packs in place of a model; they are used one after the other. Throws as `load`. */
  loadPacks(
    packIds: readonly string[],
    rung: Rung,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<void>;
  /**
   * Translates texts through the loaded packs.
   * @throws AppError `cancelled` after `signal` aborts, as soon as the model can be interrupted.
   */
  translate(
    texts: readonly string[],
    onEvent: (event: TranslationEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
  end(): void;
}

/** A job and the model as it was loaded, which the job's `started` event tells. */
export const workSchema = v.object({ job: jobSchema, model: loadedModelSchema });
export type Work = { job: Job; model: v.InferOutput<typeof loadedModelSchema> };

/** Everything that passes into the engine worker. */
export const toWorkerSchema = v.variant("kind", [
  v.object({
    kind: v.literal("load"),
    modelId: v.string(),
    rung: rungSchema,
  }),
  v.object({ kind: v.literal("load-packs"), packIds: v.array(v.string()), rung: rungSchema }),
  v.object({ kind: v.literal("run"), work: workSchema }),
  v.object({ kind: v.literal("translate"), texts: v.array(v.string()) }),
  v.object({ kind: v.literal("stop") }),
]);
export type ToWorker = v.InferOutput<typeof toWorkerSchema>;

/** Everything that comes out of it. */
export const fromWorkerSchema = v.variant("kind", [
  v.object({ kind: v.literal("progress"), loadedBytes: v.number(), totalBytes: v.number() }),
  v.object({ kind: v.literal("event"), event: jobEventSchema }),
  v.object({ kind: v.literal("translation"), event: translationEventSchema }),
  v.object({ kind: v.literal("finished") }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
]);
export type FromWorker = v.InferOutput<typeof fromWorkerSchema>;
