import type { Family } from "./family.ts";
import { gemma } from "./gemma.ts";
import { granite } from "./granite.ts";
import { lfm } from "./lfm.ts";
import { llama } from "./llama.ts";
import { phi } from "./phi.ts";
import { qwen } from "./qwen.ts";
import { smollm } from "./smollm.ts";

/** Every family that Sotto knows. */
export const families: readonly Family[] = [gemma, granite, lfm, llama, phi, qwen, smollm];

/** A model from a folder or from elsewhere on the hub, of which only its files are known. */
const unknown: Family = {
  id: "unknown",
  modelTypes: [],
  turnToken: "",
  instructions: "not known",
  templateOptions: { enable_thinking: false }, // templates ignore what they do not know
  stopTokens: [...new Set(families.flatMap(({ stopTokens }) => stopTokens))],
};

/** The family of a model, by its `model_type` and by which special tokens it has. */
export function chooseFamily(modelType: string, specialTokens: readonly string[]): Family {
  const family = families.find(
    ({ modelTypes, turnToken }) =>
      modelTypes.includes(modelType) && specialTokens.includes(turnToken),
  );
  return family ?? unknown;
}
