import { type Device, type Dtype, dtypeSchema } from "./device.ts";

/** The graphs that a model is run with, as Transformers.js names them. */
const graphsOf = {
  language: ["model"],
  translation: ["encoder_model", "decoder_model_merged"],
} as const;

/** What a model does: one that follows instructions, or a pack. */
export type ModelKind = keyof typeof graphsOf;

/** How the name of a graph ends in each quantization, as Transformers.js looks for it. */
const endOf: Record<Dtype, string> = {
  q4f16: "_q4f16.onnx",
  fp16: "_fp16.onnx",
  q4: "_q4.onnx",
  q8: "_quantized.onnx",
  fp32: ".onnx",
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

/** The files that the graphs of a quantization are in. */
export function graphFiles(kind: ModelKind, dtype: Dtype): string[] {
  return graphsOf[kind].map((name) => `onnx/${name}${endOf[dtype]}`);
}

/** What a model is, by its files. */
export function kindOf(files: readonly string[]): ModelKind {
  return hasGraphs(files, "translation") ? "translation" : "language";
}

/** The best quantization among a model's files for a device, or null if none runs there. */
export function chooseDtype(
  files: readonly string[],
  device: Device,
  shaderF16: boolean,
): Dtype | null {
  const kind = kindOf(files);
  return dtypesFor(device, shaderF16).find((dtype) => hasAll(files, kind, dtype)) ?? null;
}

/** The quantizations that run on a device, best first. */
export function dtypesFor(device: Device, shaderF16: boolean): readonly Dtype[] {
  const order = device === "wasm" ? "wasm" : shaderF16 ? "webgpuWithF16" : "webgpu";
  return preferred[order];
}

/**
 * The files that running a model in a quantization takes: its settings, its tokenizer, its graphs
 * and the weights that stand beside them.
 */
export function filesToRun(files: readonly string[], dtype: Dtype): string[] {
  const graphs = graphFiles(kindOf(files), dtype);
  return files.filter((path) => settingsFiles.includes(path) || isOfGraphs(path, graphs));
}

/** Whether running a model in one quantization or another can take a file of this path. */
export function isModelFile(path: string): boolean {
  if (settingsFiles.includes(path)) return true;
  return kinds.some((kind) => dtypes.some((dtype) => isOfGraphs(path, graphFiles(kind, dtype))));
}

/** The settings that no model can do without. */
export const requiredFiles = ["config.json", "tokenizer.json", "tokenizer_config.json"];

const settingsFiles = [...requiredFiles, "generation_config.json", "chat_template.jinja"];

/** Whether any of a model's files can run somewhere. */
export function hasWeights(files: readonly string[]): boolean {
  return kinds.some((kind) => hasGraphs(files, kind));
}

const kinds = ["language", "translation"] as const satisfies readonly ModelKind[];
const dtypes = dtypeSchema.options;

function hasGraphs(files: readonly string[], kind: ModelKind): boolean {
  return dtypes.some((dtype) => hasAll(files, kind, dtype));
}

function hasAll(files: readonly string[], kind: ModelKind, dtype: Dtype): boolean {
  return graphFiles(kind, dtype).every((graph) => files.includes(graph));
}

/** A graph, or weights that stand beside one. */
function isOfGraphs(path: string, graphs: readonly string[]): boolean {
  return graphs.some((graph) => path === graph || path.startsWith(`${graph}_data`));
}
