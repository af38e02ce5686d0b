import type { Family } from "./family.ts";

/** Llama 3 puts headers before turns and the date before the instructions. */
export const llama: Family = {
  id: "llama",
  modelTypes: ["llama"],
  turnToken: "<|start_header_id|>",
  instructions: "own turn",
  templateOptions: {},
  stopTokens: ["<|eot_id|>", "<|eom_id|>", "<|end_of_text|>"],
};
