import type { CatalogueModel } from "../catalogue.ts";
import { licences } from "./licences.ts";

/** Small models; the first is the one to offer where there is only a processor. */
export const lightModels: readonly CatalogueModel[] = [
  {
    id: "HuggingFaceTB/SmolLM2-360M-Instruct",
    name: "SmolLM2 360M",
    tier: "light",
    family: "smollm",
    revision: "main",
    licence: licences.apache,
    languages: "English",
    contextTokens: 8192,
    parameters: 360e6,
    weights: [
      { device: "wasm", dtype: "q8", aboutBytes: 365e6 },
      { device: "webgpu", dtype: "q4f16", aboutBytes: 273e6 },
      { device: "webgpu", dtype: "q4", aboutBytes: 388e6 },
    ],
    faithfulness: null,
    caution: null,
  },
  {
    id: "onnx-community/granite-4.0-350m-ONNX-web",
    name: "Granite 4.0 350M",
    tier: "light",
    family: "granite",
    revision: "main",
    licence: licences.apache,
    languages: "Twelve languages",
    contextTokens: 32_768,
    parameters: 350e6,
    weights: [{ device: "webgpu", dtype: "q4f16", aboutBytes: 350e6 }],
    faithfulness: null,
    caution: null,
  },
  {
    id: "LiquidAI/LFM2.5-350M-ONNX",
    name: "LFM2.5 350M",
    tier: "light",
    family: "lfm",
    revision: "d11593fd9eb408e322667926656598896c2d5ff9",
    licence: licences.lfm,
    languages: "Nine languages",
    contextTokens: 32_768,
    parameters: 350e6,
    weights: [
      { device: "webgpu", dtype: "q4f16", aboutBytes: 258.5e6 },
      { device: "webgpu", dtype: "q4", aboutBytes: 276e6 },
    ],
    faithfulness: null,
    caution: null,
  },
  {
    id: "HuggingFaceTB/SmolLM2-135M-Instruct",
    name: "SmolLM2 135M",
    tier: "light",
    family: "smollm",
    revision: "main", // 12fd25f7… was seen, but the hub takes only whole names of commits
    licence: licences.apache,
    languages: "English",
    contextTokens: 8192,
    parameters: 135e6,
    weights: [
      { device: "wasm", dtype: "q8", aboutBytes: 140e6 },
      { device: "webgpu", dtype: "q4f16", aboutBytes: 120e6 },
    ],
    faithfulness: null,
    caution: "It is the least that answers at all: for slow processors only.",
  },
];
