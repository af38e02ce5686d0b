import { describe, expect, test } from "vitest";
import {
  chooseDtype,
  filesToRun,
  hasWeights,
  isModelFile,
  kindOf,
} from "../../../lib/models/weights.ts";

const q4f16 = "onnx/model_q4f16.onnx";
const fp16 = "onnx/model_fp16.onnx";
const q4 = "onnx/model_q4.onnx";
const q8 = "onnx/model_quantized.onnx";
const fp32 = "onnx/model.onnx";
const all = [fp32, fp16, q8, q4, q4f16];
const packQ8 = ["onnx/encoder_model_quantized.onnx", "onnx/decoder_model_merged_quantized.onnx"];
const packFp32 = ["onnx/encoder_model.onnx", "onnx/decoder_model_merged.onnx"];

describe("the quantization for a device", () => {
  test.each([
    { on: "webgpu", f16: true, files: all, dtype: "q4f16" },
    { on: "webgpu", f16: true, files: [fp32, fp16, q8, q4], dtype: "q4" },
    { on: "webgpu", f16: true, files: [fp32, fp16, q8], dtype: "fp16" },
    { on: "webgpu", f16: true, files: [fp32, q8], dtype: "fp32" },
    { on: "webgpu", f16: false, files: all, dtype: "q4" },
    { on: "webgpu", f16: false, files: [fp32, fp16, q8, q4f16], dtype: "fp32" },
    { on: "webgpu", f16: false, files: [q4f16, fp16], dtype: null },
    { on: "webgpu", f16: true, files: [q8], dtype: null },
    { on: "wasm", f16: false, files: all, dtype: "q8" },
    { on: "wasm", f16: true, files: all, dtype: "q8" },
    { on: "wasm", f16: false, files: [fp32, q4, q4f16], dtype: "fp32" },
    { on: "wasm", f16: true, files: [q4, q4f16, fp16], dtype: null },
    { on: "wasm", f16: false, files: [], dtype: null },
    { on: "wasm", f16: false, files: [...packFp32, ...packQ8], dtype: "q8" },
    { on: "wasm", f16: false, files: packFp32, dtype: "fp32" },
    { on: "wasm", f16: false, files: packQ8.slice(1), dtype: null },
    { on: "wasm", f16: false, files: ["model_quantized.onnx", "onnx/other.onnx"], dtype: null },
  ] as const)("$on with 16-bit floats $f16 of $files is $dtype", ({ on, f16, files, dtype }) => {
    expect(chooseDtype(files, on, f16)).toBe(dtype);
  });
});

const settings = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "generation_config.json",
  "chat_template.jinja",
];

describe("the files to run", () => {
  test.each([
    ["q4", [q4]],
    ["q4f16", [q4f16]],
    ["fp16", [fp16]],
    ["q8", [q8]],
    ["fp32", [fp32]],
  ] as const)("in %s are the settings and one graph", (dtype, graph) => {
    expect(filesToRun([...settings, ...all], dtype)).toEqual([...settings, ...graph]);
  });

  test.each([
    ["q4", [q4, `${q4}_data`, `${q4}_data_1`, `${q4}_data_2`]],
    ["q4f16", [q4f16, `${q4f16}_data`]],
    ["fp32", [fp32, `${fp32}_data`]],
  ] as const)("in %s take the weights that stand beside the graph, and no others", (dtype, own) => {
    const beside = [`${q4}_data`, `${q4}_data_1`, `${q4}_data_2`, `${q4f16}_data`, `${fp32}_data`];
    expect(filesToRun([...all, ...beside], dtype).toSorted()).toEqual([...own].toSorted());
  });

  test("of a pack are the settings and both of its graphs", () => {
    const others = ["onnx/decoder_model_quantized.onnx", "source.spm", ...packFp32];
    const files = filesToRun([...settings, ...others, ...packQ8], "q8");
    expect(files).toEqual([...settings, ...packQ8]);
    expect(packQ8.every(isModelFile)).toBe(true);
    expect(others.slice(0, 2).some(isModelFile)).toBe(false);
  });

  test("leave out what a model does not run on", () => {
    const rest = ["README.md", ".gitattributes", "model.safetensors", "onnx/config.json"];
    expect(filesToRun([...rest, "vocab.json", q8], "q8")).toEqual([q8]);
  });
});

test("a pack is told from a language model by its graphs", () => {
  expect(kindOf([...settings, ...packQ8])).toBe("translation");
  expect(kindOf([...settings, ...all])).toBe("language");
  expect(kindOf(packQ8.slice(1))).toBe("language");
});

test.each([
  [packQ8, true],
  [packQ8.slice(1), false],
  [[q4f16], true],
  [[fp32, "README.md"], true],
  [["model.safetensors"], false],
  [["model.onnx"], false],
  [[`${q4}_data`], false],
  [[], false],
])("of %j something can run: %s", (files, can) => {
  expect(hasWeights(files)).toBe(can);
});
