import type { Device } from "./device.ts";

/** A model of the hub that Sotto offers. */
export interface CatalogueModel {
  /** Its name on the hub, `organization/model`. */
  id: string;
  name: string;
  /** A commit of the model, so that it never changes under the reader. */
  revision: string;
  licence: string;
  /** Where it is offered: on the processor only with 8-bit weights. */
  devices: readonly Device[];
  languages: string;
}

/** What Sotto offers, best first for each device. Sizes are read from the hub, never kept here. */
export const catalogue: readonly CatalogueModel[] = [
  {
    id: "onnx-community/Qwen3.5-0.8B-Text-ONNX",
    name: "Qwen3.5 0.8B",
    revision: "1e45daba048899e7f771657ada617ec49350aa91",
    licence: "Apache-2.0",
    devices: ["webgpu"],
    languages: "201 languages",
  },
  {
    id: "HuggingFaceTB/SmolLM2-360M-Instruct",
    name: "SmolLM2 360M",
    revision: "main",
    licence: "Apache-2.0",
    devices: ["wasm", "webgpu"],
    languages: "English",
  },
  {
    id: "HuggingFaceTB/SmolLM2-135M-Instruct",
    name: "SmolLM2 135M",
    revision: "main",
    licence: "Apache-2.0",
    devices: ["wasm", "webgpu"],
    languages: "English",
  },
];

/** The model to offer first for a device. */
export function recommendedModel(device: Device): CatalogueModel {
  const model = catalogue.find(({ devices }) => devices[0] === device) ?? catalogue[0];
  if (!model) throw new Error("the catalogue is empty");
  return model;
}

/** A hub id that is not in the catalogue is taken at its newest revision. */
export function revisionOf(modelId: string): string {
  return catalogue.find(({ id }) => id === modelId)?.revision ?? "main";
}

/** A model's name as the reader sees it. */
export function modelName(modelId: string): string {
  const known = catalogue.find(({ id }) => id === modelId)?.name;
  return known ?? modelId.replace(/^local\//, "");
}
