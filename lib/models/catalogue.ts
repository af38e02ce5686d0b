import type { Device, Dtype } from "./device.ts";
import { pinnedRevision } from "./pins.ts";

/** A model's family: models that are spoken to alike. Each has a file in `lib/engine/families`. */
export type FamilyId = "gemma" | "granite" | "lfm" | "llama" | "phi" | "qwen" | "smollm";

/** One quantization of a model and the devices that it is for. */
export interface Weights {
  device: Device;
  dtype: Dtype;
  /** As listings tell it, for an offer that says "about"; the hub is asked before a download. */
  aboutBytes: number;
}

/** A model of the hub that Sotto offers. */
export interface CatalogueModel {
  /** Its name on the hub, `organization/model`. */
  id: string;
  name: string;
  tier: "light" | "balanced" | "quality";
  family: FamilyId;
  /** A commit of the model, so that it never changes under the reader; `main` where none is known. */
  revision: string;
  /** Its name, and in one sentence what it asks of the reader. */
  licence: { name: string; terms: string };
  languages: string;
  contextTokens: number;
  /** Weights that every token passes through: what its speed is predicted from. */
  parameters: number;
  /** Best first for each device. A device without weights cannot run the model. */
  weights: readonly Weights[];
  /** What is known of how often it makes things up, in one sentence; null where nothing is. */
  faithfulness: string | null;
  /** What else the reader should know before fetching it, in one sentence. */
  caution: string | null;
}

const apache = { name: "Apache-2.0", terms: "Free for any use." };

/** What Sotto offers, best first for each device. Sizes are read from the hub, never kept here. */
export const catalogue: readonly CatalogueModel[] = [
  {
    id: "onnx-community/Qwen3.5-0.8B-Text-ONNX",
    name: "Qwen3.5 0.8B",
    tier: "balanced",
    family: "qwen",
    revision: "1e45daba048899e7f771657ada617ec49350aa91",
    licence: apache,
    languages: "201 languages",
    contextTokens: 262_144,
    parameters: 800e6,
    weights: [
      { device: "webgpu", dtype: "q4f16", aboutBytes: 469e6 },
      { device: "webgpu", dtype: "q4", aboutBytes: 551e6 },
    ],
    faithfulness: null,
    caution: null,
  },
  {
    id: "HuggingFaceTB/SmolLM2-360M-Instruct",
    name: "SmolLM2 360M",
    tier: "light",
    family: "smollm",
    revision: "main",
    licence: apache,
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
    id: "HuggingFaceTB/SmolLM2-135M-Instruct",
    name: "SmolLM2 135M",
    tier: "light",
    family: "smollm",
    revision: "main",
    licence: apache,
    languages: "English",
    contextTokens: 8192,
    parameters: 135e6,
    weights: [
      { device: "wasm", dtype: "q8", aboutBytes: 140e6 },
      { device: "webgpu", dtype: "q4f16", aboutBytes: 120e6 },
    ],
    faithfulness: null,
    caution: null,
  },
];

/** The model to offer first for a device. */
export function recommendedModel(device: Device): CatalogueModel {
  const model = catalogue.find(({ weights }) => weights[0]?.device === device) ?? catalogue[0];
  if (!model) throw new Error("the catalogue is empty");
  return model;
}

/** The commit that is pinned, or else the newest, as for every id that is not in the catalogue. */
export function revisionOf(modelId: string): string {
  const listed = catalogue.find(({ id }) => id === modelId)?.revision;
  return pinnedRevision(modelId) ?? listed ?? "main";
}

/** A model's name as the reader sees it. */
export function modelName(modelId: string): string {
  const known = catalogue.find(({ id }) => id === modelId)?.name;
  return known ?? modelId.replace(/^local\//, "");
}
