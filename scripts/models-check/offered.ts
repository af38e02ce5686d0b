import { type CatalogueModel, catalogue } from "../../lib/models/catalogue.ts";
import { packs } from "../../lib/models/catalogue/packs.ts";
import type { ModelKind } from "../../lib/models/weights.ts";

/** A language model of the catalogue, or a pack. */
export interface OfferedModel extends Pick<
  CatalogueModel,
  "id" | "revision" | "licence" | "weights"
> {
  kind: ModelKind;
}

/** Everything that is compared with the hub. */
export const offered: readonly OfferedModel[] = [
  ...catalogue.map((model) => ({ ...model, kind: "language" }) as const),
  ...packs.map((pack) => ({ ...pack, kind: "translation" }) as const),
];
