import * as v from "valibot";
import { taskTextSchema } from "../tasks/task.ts";
import { type EngineState, loadedModelSchema } from "./state.ts";

/** What the reader has chosen about how models run. */
export const engineSettingsSchema = v.object({
  device: v.optional(v.picklist(["auto", "webgpu", "wasm"]), "auto"),
  /** Threads of the processor; null lets Sotto choose. */
  threads: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /** Minutes without a job after which the model leaves the memory. */
  idleMinutes: v.optional(v.pipe(v.number(), v.gtValue(0)), 5),
});
export type EngineSettings = v.InferOutput<typeof engineSettingsSchema>;

/** What a job wrote about the parts of a long text before it was stopped. */
export const notesSchema = v.object({
  totalParts: v.number(),
  /** Of the first parts, in their order. */
  texts: v.array(v.string()),
});
export type Notes = v.InferOutput<typeof notesSchema>;

/** One task on one text. */
export const jobSchema = v.object({
  modelId: v.string(),
  taskId: v.string(),
  options: v.record(v.string(), v.string()),
  /** What the reader typed in the panel about this job; never anything of a page. */
  instruction: v.optional(v.string()),
  /** BCP 47 tag of the language to translate into, where that is asked for. */
  into: v.optional(v.string()),
  text: taskTextSchema,
  /** Whether all of the text is to be read, however long that takes. */
  readsAll: v.optional(v.boolean()),
  /** Notes to go on from; they are of no use where the text makes another number of parts. */
  notes: v.optional(notesSchema),
  settings: engineSettingsSchema,
});
export type Job = v.InferOutput<typeof jobSchema>;

/** How fast a job went. Counts are tokens; times are on the engine's own clock. */
export const jobStatsSchema = v.object({
  promptTokens: v.number(),
  /** Of the prompt, what had been read for an earlier job. */
  reusedTokens: v.number(),
  answerTokens: v.number(),
  prefillMs: v.number(),
  decodeMs: v.number(),
});
export type JobStats = v.InferOutput<typeof jobStatsSchema>;

/** By itself, at the most tokens it may have, or because the model began to repeat itself. */
const endingSchema = v.picklist(["complete", "length", "loop"]);
export type Ending = v.InferOutput<typeof endingSchema>;

/** How much of a text is read. */
export const readingWaySchema = v.variant("kind", [
  /** All of it, in one prompt. */
  v.object({ kind: v.literal("whole") }),
  /** Its most telling passages; and how long all would take, in seconds, null if nobody knows. */
  v.object({
    kind: v.literal("selection"),
    fullSeconds: v.nullable(v.number()),
    heardSections: v.number(),
    totalSections: v.number(),
  }),
  /** All of it, part by part. */
  v.object({ kind: v.literal("parts"), totalParts: v.number() }),
]);
export type ReadingWay = v.InferOutput<typeof readingWaySchema>;

/** What a job tells while it runs, in this order; what is between `started` and `done` repeats. */
export const jobEventSchema = v.variant("kind", [
  /** The model is there and has chosen what of the text it can read. */
  v.object({
    kind: v.literal("started"),
    model: loadedModelSchema,
    readPassages: v.number(),
    totalPassages: v.number(),
    /** Only of tasks that choose it. */
    way: v.optional(readingWaySchema),
  }),
  /** A part of a text is begun that is gone through part by part; `number` counts from 1. */
  v.object({ kind: v.literal("part"), number: v.number(), totalParts: v.number() }),
  /** What a part of a long text says, under the heading where it begins. */
  v.object({ kind: v.literal("note"), heading: v.nullable(v.string()), text: v.string() }),
  v.object({ kind: v.literal("prefill"), doneTokens: v.number(), promptTokens: v.number() }),
  v.object({ kind: v.literal("text"), piece: v.string() }),
  /** That part as it stands in the text, and what was written for it; both with the gap behind it. */
  v.object({
    kind: v.literal("part-done"),
    before: v.string(),
    after: v.string(),
    ending: endingSchema,
  }),
  /** `text` is the whole answer, which is shorter than the pieces when a loop was cut off. */
  v.object({
    kind: v.literal("done"),
    text: v.string(),
    ending: endingSchema,
    stats: jobStatsSchema,
  }),
]);
export type JobEvent = v.InferOutput<typeof jobEventSchema>;

/** Runs jobs, one at a time. The engine's page has the real one; the panel has a remote. */
export interface Engine {
  /** Calls `listener` with the current state, then with each new one, until the returned stop. */
  watch(listener: (state: EngineState) => void): () => void;
  /**
   * Runs a job after those before it, loading its model first if need be.
   * @throws AppError any code; `cancelled` soon after `signal` aborts.
   */
  run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<void>;
}
