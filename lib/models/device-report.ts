import * as v from "valibot";

/** What this machine's GPU offers, as the browser says. */
const gpuSchema = v.variant("kind", [
  v.object({ kind: v.literal("none") }),
  v.object({
    kind: v.literal("adapter"),
    shaderF16: v.boolean(),
    /** An adapter that computes on the processor, slower than WASM does. */
    isSoftware: v.boolean(),
    /** The largest piece of its memory that can be had at once, and that a shader can work on. */
    maxBufferBytes: v.number(),
    maxBindingBytes: v.number(),
  }),
]);
export type Gpu = v.InferOutput<typeof gpuSchema>;
export type GpuAdapter = Extract<Gpu, { kind: "adapter" }>;

/**
 * How fast a device works, measured on it: weights of a model that it gets through in a second,
 * where each weight counts once for each token.
 */
export const speedSchema = v.object({
  /** While many tokens of a prompt are read at once. */
  readWeightsPerSecond: v.pipe(v.number(), v.gtValue(0)),
  /** While an answer is written, token by token. */
  writeWeightsPerSecond: v.pipe(v.number(), v.gtValue(0)),
});
export type Speed = v.InferOutput<typeof speedSchema>;

/** What was found out about this machine before a model is fetched for it. */
export const deviceReportSchema = v.object({
  gpu: gpuSchema,
  cores: v.number(),
  /** Threads that the engine would use on the processor. */
  threads: v.number(),
  /** Memory of the machine as the browser tells it, rounded and capped; null where it does not. */
  memoryBytes: v.nullable(v.number()),
  /** What Sotto may still store; null where the browser does not tell. */
  freeBytes: v.nullable(v.number()),
  /** The best of late; null for a device that was not measured: not there, not used, or it failed. */
  speed: v.object({ wasm: v.nullable(speedSchema), webgpu: v.nullable(speedSchema) }),
});
export type DeviceReport = v.InferOutput<typeof deviceReportSchema>;

/** The adapter that models run on unless the reader says otherwise; null if there is none. */
export function hardwareAdapter(gpu: Gpu): GpuAdapter | null {
  return gpu.kind === "adapter" && !gpu.isSoftware ? gpu : null;
}
