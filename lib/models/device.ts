import * as v from "valibot";

/** What runs a model: the GPU through WebGPU, or the processor through WebAssembly. */
export const deviceSchema = v.picklist(["webgpu", "wasm"]);
export type Device = v.InferOutput<typeof deviceSchema>;

/** Quantizations by the names of Transformers.js. */
export const dtypeSchema = v.picklist(["q4f16", "fp16", "q4", "q8", "fp32"]);
export type Dtype = v.InferOutput<typeof dtypeSchema>;
