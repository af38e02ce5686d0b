import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  LogLevel,
  type Tensor,
} from "@huggingface/transformers";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ArchitectureName,
  architectures,
} from "../../../scripts/models/architectures/architectures.ts";
import { buildArchitecture } from "../../../scripts/models/architectures/build-architecture.ts";
import { ChatModel } from "../../../lib/engine/chat-model.ts";
import { generate } from "../../../lib/engine/generate.ts";
import { KeptPage } from "../../../lib/engine/kept-page.ts";
import type { LanguageModel } from "../../../lib/engine/language-model.ts";
import { layOutPrompt } from "../../../lib/tasks/lay-out-prompt.ts";
import summarize from "../../../lib/tasks/summarize.task.ts";
import { chooseOptions } from "../../../lib/tasks/registry.ts";
import type { TaskText } from "../../../lib/tasks/task.ts";

export const architectureNames = Object.keys(architectures).filter(isArchitectureName);

function isArchitectureName(name: string): name is ArchitectureName {
  return name in architectures;
}

/** A folder with small models in it, which goes when it is no longer needed. */
export class ModelsFolder {
  readonly #path = mkdtempSync(join(tmpdir(), "sotto-architectures-"));

  /** The folder of one model, built when it is first asked for. */
  folderOf(name: ArchitectureName): string {
    const folder = join(this.#path, name);
    if (!existsSync(folder)) buildArchitecture(folder, architectures[name]);
    return folder;
  }

  /** The model as the engine has it, but in Node's ONNX Runtime. */
  async load(name: ArchitectureName, dtype: "q8" | "q4"): Promise<LoadedModel> {
    const folder = this.folderOf(name);
    env.allowRemoteModels = false;
    env.localModelPath = this.#path;
    env.logLevel = LogLevel.NONE;
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    tokenizer.chat_template ??= readFileSync(join(folder, "chat_template.jinja"), "utf8");
    const model = await AutoModelForCausalLM.from_pretrained(name, { dtype, device: "cpu" });
    const leads: number[] = [];
    const forward = model.forward.bind(model);
    model.forward = async (inputs) => {
      const outputs = await forward(inputs);
      leads.push(leadOf(outputs.logits));
      return outputs;
    };
    return { model: new ChatModel(tokenizer, model), leads };
  }

  remove(): void {
    rmSync(this.#path, { recursive: true });
  }
}

/** A model, and for each pass by how much the likeliest token led over the second, as a share. */
interface LoadedModel {
  readonly model: LanguageModel;
  readonly leads: readonly number[];
}

/** Devices compute up to a hundredth apart, so a lead below this may be turned. */
const SURE_LEAD = 0.04;

function leadOf(logits: Tensor): number {
  const vocabulary = logits.dims.at(-1) ?? 0;
  const values = Array.from(logits.data as Float32Array).slice(-vocabulary);
  const [best = 0, second = 0] = values.toSorted((a, b) => b - a);
  return (best - second) / best;
}

export interface Summary {
  text: string;
  /** The beginning that every device must say alike. */
  sure: string;
}

/** What a model says to a text when the engine asks it for a summary. */
export async function summaryBy({ model, leads }: LoadedModel, text: TaskText): Promise<Summary> {
  const prompt = summarize.prompt(chooseOptions(summarize, {}), {
    language: "English",
    into: null,
    instruction: "",
    hasEarlier: false,
  });
  const passesBefore = leads.length;
  const words: string[] = [];
  let promptPasses = 0;
  const answer = await generate({
    model,
    promptTokenIds: model.encodeChat(layOutPrompt(prompt, text)),
    maxAnswerTokens: summarize.answerTokens,
    onPrefill: () => promptPasses++,
    onText: (word) => words.push(word),
    signal: new AbortController().signal,
  });
  const choices = leads.slice(passesBefore + promptPasses - 1);
  const unsure = choices.findIndex((lead) => lead < SURE_LEAD);
  const whole = answer.text.trim();
  return { text: whole, sure: unsure < 0 ? whole : words.slice(0, unsure).join("").trim() };
}

/** A model that reads so many tokens at a time, however many it is given. */
export function readingInSteps({ model }: LoadedModel, stepTokens: number): LoadedModel {
  const inSteps: LanguageModel = {
    contextTokens: model.contextTokens,
    stopTokenIds: model.stopTokenIds,
    encodeChat: (messages) => model.encodeChat(messages),
    countTokens: (text) => model.countTokens(text),
    decode: (tokenIds) => model.decode(tokenIds),
    keptPage: new KeptPage(),
    newCache: () => model.newCache(),
    async forward(tokenIds, cache) {
      let next = -1;
      for (let at = 0; at < tokenIds.length; at += stepTokens)
        next = await model.forward(tokenIds.slice(at, at + stepTokens), cache);
      return next;
    },
  };
  return { model: inSteps, leads: [] };
}
