import type { Device, Dtype } from "./device.ts";

/** The file of each quantization, as Transformers.js looks for it. */
const fileOf: Record<Dtype, string> = {
  q4f16: "onnx/model_q4f16.onnx",
  fp16: "onnx/model_fp16.onnx",
  q4: "onnx/model_q4.onnx",
  q8: "onnx/model_quantized.onnx",
  fp32: "onnx/model.onnx",
};

/**
 * Quantizations by what was measured to be fastest. 4-bit weights have no kernel in WASM, which
 * unpacks all of them at every pass: 0.7 tokens a second where 8-bit gives 10.
 */
const preferred = {
  webgpuWithF16: ["q4f16", "q4", "fp16", "fp32"],
  webgpu: ["q4", "fp32"],
  wasm: ["q8", "fp32"],
} as const satisfies Record<string, readonly Dtype[]>;

/** The file that a quantization's graph is in, as Transformers.js looks for it. */
export function weightsFile(dtype: Dtype): string {
  return fileOf[dtype];
}

/** The best quantization among a model's files for a device, or null if none runs there. */
export function chooseDtype(
  files: readonly string[],
  device: Device,
  shaderF16: boolean,
): Dtype | null {
  return dtypesFor(device, shaderF16).find((dtype) => files.includes(fileOf[dtype])) ?? null;
}

/** The quantizations that run on a device, best first. */
export function dtypesFor(device: Device, shaderF16: boolean): readonly Dtype[] {
  const order = device === "wasm" ? "wasm" : shaderF16 ? "webgpuWithF16" : "webgpu";
  return preferred[order];
}

/**
 * The files that running a model in a quantization takes: its settings, its tokenizer, its graph
 * and the weights that stand beside the graph.
 */
export function filesToRun(files: readonly string[], dtype: Dtype): string[] {
  const graph = fileOf[dtype];
  return files.filter(
    (path) => settingsFiles.includes(path) || path === graph || path.startsWith(`${graph}_data`),
  );
}

/** Whether running a model in one quantization or another can take a file of this path. */
export function isModelFile(path: string): boolean {
  return Object.values(fileOf).some(
    (graph) => path === graph || path.startsWith(`${graph}_data`) || settingsFiles.includes(path),
  );
}

/** The settings that a chat model cannot do without. */
export const requiredFiles = ["config.json", "tokenizer.json", "tokenizer_config.json"];

const settingsFiles = [...requiredFiles, "generation_config.json", "chat_template.jinja"];

/** Whether any of a model's files can run somewhere. */
export function hasWeights(files: readonly string[]): boolean {
  return Object.values(fileOf).some((path) => files.includes(path));
}
