import type { Family } from "./family.ts";

/** LFM2 and LFM2.5 speak ChatML after a token that starts the text. */
export const lfm: Family = {
  id: "lfm",
  modelTypes: ["lfm2", "lfm2_moe"],
  turnToken: "<|im_start|>",
  instructions: "own turn",
  templateOptions: {},
  stopTokens: ["<|im_end|>", "<|endoftext|>"],
};
