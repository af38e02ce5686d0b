import {
  AutoTokenizer,
  env,
  PretrainedConfig,
  PreTrainedModel,
  type PreTrainedTokenizer,
} from "@huggingface/transformers";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { ChatFormat } from "../../../../scripts/models/chat-formats.ts";
import { writeTokenizer } from "../../../../scripts/models/model-folder.ts";
import { makeTokenizer } from "../../../../scripts/models/tokenizer.ts";
import { ChatModel } from "../../../../lib/engine/chat-model.ts";

/** What the files of a model say about it. */
interface ModelFiles {
  format: ChatFormat;
  modelType: string;
  generationConfig?: object;
}

/** A model with everything but weights, as the library loads it, and its tokenizer. */
export async function chatModelOf({
  format,
  modelType,
  generationConfig,
}: ModelFiles): Promise<{ model: ChatModel; tokenizer: PreTrainedTokenizer }> {
  const folder = mkdtempSync(join(tmpdir(), "sotto-tokenizer-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeTokenizer(folder, makeTokenizer({ corpus: "", merges: 0, format }));
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(basename(folder));
  tokenizer.chat_template ??= format.template; // a file of its own, which the library does not read
  const config = new PretrainedConfig({ model_type: modelType });
  const model = new PreTrainedModel(config, {}, { generation_config: generationConfig });
  return { model: new ChatModel(tokenizer, model), tokenizer };
}
