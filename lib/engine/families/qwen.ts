import type { Family } from "./family.ts";

/** Qwen speaks ChatML. From Qwen3 on it would think aloud before it answers, if it were let. */
export const qwen: Family = {
  id: "qwen",
  modelTypes: ["qwen2", "qwen3", "qwen3_5", "qwen3_5_text"],
  turnToken: "<|im_start|>",
  instructions: "own turn",
  templateOptions: { enable_thinking: false },
  stopTokens: ["<|im_end|>", "<|endoftext|>"],
};
