import type { Device, Dtype } from "./device.ts";
import { balancedModels } from "./catalogue/balanced.ts";
import { lightModels } from "./catalogue/light.ts";
import { qualityModels } from "./catalogue/quality.ts";
import { packName, packOf } from "./packs.ts";
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
  /**
   * Best first for each device. A device without weights cannot run the model; those whose type has
   * 16-bit floats (`q4f16`, `fp16`) need a graphics card that computes with them (`shader-f16`).
   */
  weights: readonly Weights[];
  /** What is known of how often it makes things up, in one sentence; null where nothing is. */
  faithfulness: string | null;
  /** What else the reader should know before fetching it, in one sentence. */
  caution: string | null;
}

/**
 * What Sotto offers. The first that a machine bears is the one to offer there, so the large models
 * are last; a reader who wants one chooses it.
 *
 * A small model of each architecture has run in the extension, on the processor and on WebGPU, with
 * the operators that its exports are known to be made of: none is missing. What keeps a model from
 * the processor is that no 8-bit weights of it are known.
 */
export const catalogue: readonly CatalogueModel[] = [
  ...balancedModels,
  ...lightModels,
  ...qualityModels,
];

/** The commit that is pinned, or else the newest, as for every id that is not in the catalogue. */
export function revisionOf(modelId: string): string {
  const listed = catalogue.find(({ id }) => id === modelId)?.revision;
  return pinnedRevision(modelId) ?? listed ?? "main";
}

/** A model's name as the reader sees it. */
export function modelName(modelId: string): string {
  const pack = packOf(modelId);
  const known = pack ? packName(pack) : catalogue.find(({ id }) => id === modelId)?.name;
  return known ?? modelId.replace(/^local\//, "");
}
