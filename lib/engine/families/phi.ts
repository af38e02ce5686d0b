import type { Family } from "./family.ts";

/** Phi-3.5 and Phi-4-mini begin each turn with a token that is the role. */
export const phi: Family = {
  id: "phi",
  modelTypes: ["phi3"],
  turnToken: "<|assistant|>",
  instructions: "own turn",
  templateOptions: {},
  stopTokens: ["<|end|>", "<|endoftext|>"],
};
