import type { Family } from "./family.ts";

/** Granite names each role between two special tokens. */
export const granite: Family = {
  id: "granite",
  modelTypes: ["granite", "granitemoe", "granitemoehybrid"],
  turnToken: "<|start_of_role|>",
  instructions: "own turn",
  templateOptions: {},
  stopTokens: ["<|end_of_text|>"],
};
