import type { Family } from "./family.ts";

/** Gemma has no turn for instructions: older templates refuse one, newer ones move its text. */
export const gemma: Family = {
  id: "gemma",
  modelTypes: ["gemma", "gemma2", "gemma3", "gemma3_text"],
  turnToken: "<start_of_turn>",
  instructions: "user's turn",
  templateOptions: {},
  stopTokens: ["<end_of_turn>", "<eos>"],
};
