import type { CatalogueModel } from "../catalogue.ts";
import { foundUnfaithful } from "./faithfulness.ts";
import { licences } from "./licences.ts";

/** Of Phi, which keeps many numbers for every token that it reads. */
const largeCache = "Reading a long page takes much memory beside its own size.";

/** Large models, for a strong graphics card. */
export const qualityModels: readonly CatalogueModel[] = [
  {
    id: "onnx-community/Qwen3-1.7B-ONNX",
    name: "Qwen3 1.7B",
    tier: "quality",
    family: "qwen",
    revision: "main",
    licence: licences.apache,
    languages: "119 languages",
    contextTokens: 40_960,
    parameters: 1.7e9,
    weights: [{ device: "webgpu", dtype: "q4f16", aboutBytes: 1430e6 }],
    faithfulness: foundUnfaithful("4.4"),
    caution: null,
  },
  {
    id: "onnx-community/Phi-3.5-mini-instruct-onnx-web",
    name: "Phi-3.5 mini",
    tier: "quality",
    family: "phi",
    revision: "main",
    licence: licences.mit,
    languages: "More than twenty languages",
    contextTokens: 131_072,
    parameters: 3.8e9,
    weights: [{ device: "webgpu", dtype: "q4f16", aboutBytes: 2320e6 }],
    faithfulness: foundUnfaithful("4.1"),
    caution: largeCache,
  },
  {
    id: "onnx-community/Phi-4-mini-instruct-web-q4f16",
    name: "Phi-4 mini",
    tier: "quality",
    family: "phi",
    revision: "main",
    licence: licences.mit,
    languages: "More than twenty languages",
    contextTokens: 131_072,
    parameters: 3.8e9,
    weights: [{ device: "webgpu", dtype: "q4f16", aboutBytes: 3500e6 }],
    faithfulness: foundUnfaithful("3.4"),
    caution: largeCache,
  },
  {
    id: "onnx-community/Qwen3-4B-Instruct-2507-ONNX",
    name: "Qwen3 4B",
    tier: "quality",
    family: "qwen",
    revision: "main",
    licence: licences.apache,
    languages: "119 languages",
    contextTokens: 262_144,
    parameters: 4e9,
    weights: [{ device: "webgpu", dtype: "q4f16", aboutBytes: 2760e6 }],
    faithfulness: null,
    caution: null,
  },
];
