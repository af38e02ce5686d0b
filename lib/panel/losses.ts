import type { Stretch } from "./mark-changes.ts";

/** Something that a rewrite should have kept as it was. */
export interface Loss {
  kind: "missing" | "new" | "altered";
  /** Where it stood; null for what is new. */
  before: (Stretch & { text: string }) | null;
  /** Where it stands now; null for what is missing. */
  after: (Stretch & { text: string }) | null;
}
