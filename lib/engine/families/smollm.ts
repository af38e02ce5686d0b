import type { Family } from "./family.ts";

/** SmolLM2 is built like Llama but speaks ChatML. */
export const smollm: Family = {
  id: "smollm",
  modelTypes: ["llama"],
  turnToken: "<|im_start|>",
  instructions: "own turn",
  templateOptions: {},
  stopTokens: ["<|im_end|>", "<|endoftext|>"],
};
