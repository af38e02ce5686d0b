import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  LogLevel,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from "@huggingface/transformers";
import { join } from "node:path";

export const modelsFolder = join(import.meta.dirname, "../../fixtures/models");

/** Makes the library read models from the fixtures, and from nowhere else. */
export function useFixtures(): void {
  env.allowRemoteModels = false;
  env.localModelPath = modelsFolder;
  env.logLevel = LogLevel.NONE;
}

export type Dtype = "q8" | "q4" | "q4f16";

export interface ChatModel {
  readonly model: PreTrainedModel;
  readonly tokenizer: PreTrainedTokenizer;
}

export async function loadChatModel(name: string, dtype: Dtype): Promise<ChatModel> {
  useFixtures();
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModelForCausalLM.from_pretrained(name, { dtype, device: "cpu" });
  return { model, tokenizer };
}

/** The token ids of a chat of one question, up to where the answer begins. */
export function encodeChat({ tokenizer }: ChatModel, user: string, system = "Be brief."): bigint[] {
  const chat = [
    { role: "system", content: system },
    { role: "user", content: user },
  ];
  const text = tokenizer.apply_chat_template(chat, {
    add_generation_prompt: true,
    tokenize: false,
  });
  return tokenizer.encode(String(text), { add_special_tokens: false }).map(BigInt);
}

/** The answer by the library's own greedy generation. */
export async function generate(chat: ChatModel, user: string): Promise<string> {
  const ids = encodeChat(chat, user);
  const output = await chat.model.generate({ ...inputsOf(ids, ids.length), max_new_tokens: 1000 });
  if (!(output instanceof Tensor)) throw new Error("generate() gave no tensor");
  const answer = Array.from(output.data as BigInt64Array).slice(ids.length);
  return chat.tokenizer.decode(answer, { skip_special_tokens: true });
}

/**
 * The answer when the prompt is read in steps of `stepTokens`, each continuing from the cache of the
 * one before, and the answer is then taken token by token.
 */
export async function generateInSteps(
  chat: ChatModel,
  user: string,
  stepTokens: number,
): Promise<string> {
  const prompt = encodeChat(chat, user);
  const [end] = chat.tokenizer.encode("<|im_end|>");
  const answer: bigint[] = [];
  let cache: Record<string, Tensor> | null = null;
  let read = 0;
  for (let ids = prompt; ; ids = [...prompt, ...answer]) {
    const until = Math.min(read + stepTokens, ids.length);
    const inputs = inputsOf(ids.slice(read, until), until);
    const output: Record<string, Tensor> = await chat.model.forward({
      ...inputs,
      past_key_values: cache,
    });
    cache = cacheOf(output);
    read = until;
    if (read < ids.length) continue;
    const next = likeliest(output.logits);
    if (next === end) break;
    answer.push(BigInt(next));
  }
  return chat.tokenizer.decode(answer, { skip_special_tokens: true });
}

/**
 * Whether the model, reading prompt and answer in one pass, expects each token of the answer after
 * the ones before it, and then the end: the same as generating it, in a fraction of the time.
 */
export async function wouldAnswer(chat: ChatModel, user: string, answer: string): Promise<boolean> {
  const prompt = encodeChat(chat, user);
  const expected = chat.tokenizer.encode(`${answer}<|im_end|>`);
  const ids = [...prompt, ...expected.map(BigInt)];
  const { logits }: Record<string, Tensor> = await chat.model.forward(inputsOf(ids, ids.length));
  return expected.every((token, i) => likeliest(logits, prompt.length + i - 1) === token);
}

function inputsOf(ids: readonly bigint[], totalTokens: number): Record<string, Tensor> {
  const mask = new BigInt64Array(totalTokens).fill(1n);
  return {
    input_ids: new Tensor("int64", BigInt64Array.from(ids), [1, ids.length]),
    attention_mask: new Tensor("int64", mask, [1, totalTokens]),
  };
}

function cacheOf(output: Record<string, Tensor>): Record<string, Tensor> {
  const present = Object.entries(output).filter(([name]) => name.startsWith("present."));
  return Object.fromEntries(
    present.map(([name, tensor]) => [name.replace("present", "past_key_values"), tensor]),
  );
}

/** The token with the highest logit after the token at `position`, or after the last one. */
function likeliest(logits: Tensor | undefined, position = -1): number {
  if (!logits) throw new Error("the model gave no logits");
  const [, tokens = 0, vocabSize = 0] = logits.dims;
  const start = ((position + tokens) % tokens) * vocabSize;
  const row = (logits.data as Float32Array).subarray(start, start + vocabSize);
  return row.reduce((best, logit, token) => (logit > (row[best] ?? -Infinity) ? token : best), 0);
}
