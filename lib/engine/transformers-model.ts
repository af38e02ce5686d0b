import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  LogLevel,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from "@huggingface/transformers";
import asyncifyModule from "onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url";
import asyncifyBinary from "onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url";
import plainModule from "onnxruntime-web/ort-wasm-simd-threaded.mjs?url";
import plainBinary from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import * as v from "valibot";
import { AppError } from "../errors.ts";
import type { ChatMessage } from "../tasks/lay-out-prompt.ts";
import type { Rung } from "./ladder.ts";
import type { KvCache, LanguageModel } from "./language-model.ts";
import { stripSpecialTokens } from "./strip-special-tokens.ts";

/** Gives a model's file by its path in the model, or null if there is none. */
export type OpenModelFile = (modelId: string, path: string) => Promise<Response | null>;

/** The folder that Transformers.js believes models to be in; no request for it leaves the worker. */
const MODELS_FOLDER = "/models/";

/**
 * Loads a model from files that `openFile` gives. Once in a realm: ONNX Runtime cannot be set up
 * again with another build or other threads.
 * @throws whatever Transformers.js or ONNX Runtime throw for files they cannot use.
 */
export async function loadTransformersModel(
  modelId: string,
  rung: Rung,
  openFile: OpenModelFile,
): Promise<LanguageModel> {
  configureLibrary(modelId, openFile);
  configureRuntime(rung);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(modelId),
    AutoModelForCausalLM.from_pretrained(modelId, { device: rung.device, dtype: rung.dtype }),
  ]);
  return new TransformersModel(tokenizer, model);
}

function configureLibrary(modelId: string, openFile: OpenModelFile): void {
  env.logLevel = LogLevel.NONE; // on an error it prints the prompt's tokens to the console
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = MODELS_FOLDER;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.fetch = async (input: string | URL) => {
    const prefix = `${MODELS_FOLDER}${modelId}/`;
    const path = new URL(String(input), location.origin).pathname;
    const file = path.startsWith(prefix)
      ? await openFile(modelId, path.slice(prefix.length))
      : null;
    return file ?? new Response(null, { status: 404 });
  };
}

/** WASM runs on the plain build: it has every operator and is 15 to 25 % faster there. */
function configureRuntime({ device, threads }: Rung): void {
  const wasm = env.backends.onnx.wasm;
  if (!wasm) throw new AppError("no-backend", "ONNX Runtime has no WASM backend");
  wasm.wasmPaths =
    device === "wasm"
      ? { mjs: plainModule, wasm: plainBinary }
      : { mjs: asyncifyModule, wasm: asyncifyBinary };
  wasm.numThreads = threads;
}

class TransformersModel implements LanguageModel {
  readonly contextTokens: number;
  readonly stopTokenIds: ReadonlySet<number>;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #model: PreTrainedModel;
  readonly #specialTokens: readonly string[];

  constructor(tokenizer: PreTrainedTokenizer, model: PreTrainedModel) {
    this.#tokenizer = tokenizer;
    this.#model = model;
    this.#specialTokens = v.parse(v.array(v.string()), tokenizer.all_special_tokens);
    this.contextTokens = v.parse(contextSchema, model.config).max_position_embeddings;
    this.stopTokenIds = new Set(v.parse(stopSchema, model.generation_config).eos_token_id);
  }

  encodeChat(messages: readonly ChatMessage[]): number[] {
    const clean = messages.map(({ role, content }) => ({
      role,
      content: stripSpecialTokens(content, this.#specialTokens),
    }));
    const options = {
      add_generation_prompt: true,
      return_tensor: false,
      return_dict: false,
      enable_thinking: false, // known to the Qwen family; other templates ignore it
    } as const;
    const template = (chat: ChatMessage[]) =>
      v.parse(tokenIdsSchema, this.#tokenizer.apply_chat_template(chat, options));
    try {
      return template(clean);
    } catch {
      return template(withoutSystemRole(clean)); // Gemma's template refuses the system role
    }
  }

  countTokens(text: string): number {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).length;
  }

  decode(tokenIds: readonly number[]): string {
    if (tokenIds.length === 0) return "";
    return this.#tokenizer.decode([...tokenIds], {
      skip_special_tokens: true,
      clean_up_tokenization_spaces: false,
    });
  }

  newCache(): KvCache {
    return new TensorCache();
  }

  async forward(tokenIds: readonly number[], cache: KvCache): Promise<number> {
    if (!(cache instanceof TensorCache)) throw new TypeError("a cache of another model");
    const outputs = v.parse(
      outputsSchema,
      await this.#model.forward({
        input_ids: int64(BigInt64Array.from(tokenIds, BigInt)),
        attention_mask: int64(new BigInt64Array(cache.tokens + tokenIds.length).fill(1n)),
        num_logits_to_keep: new Tensor("int64", [1n], []),
        past_key_values: cache.entries,
      }),
    );
    await cache.update(outputs, tokenIds.length);
    return argmaxOfLast(outputs.logits);
  }
}

/** The tensors that a pass gives back and the next one takes. */
class TensorCache implements KvCache {
  tokens = 0;
  entries: Record<string, Tensor> | null = null;

  async update(outputs: Record<string, Tensor>, addedTokens: number): Promise<void> {
    const old = this.entries;
    this.entries = Object.fromEntries(
      Object.entries(outputs)
        .filter(([name]) => name.startsWith("present"))
        .map(([name, tensor]) => [pastName(name), tensor]),
    );
    this.tokens += addedTokens;
    await disposeOnGpu(old);
  }

  async dispose(): Promise<void> {
    await disposeOnGpu(this.entries);
    this.entries = null;
  }
}

/** `present.0.key` comes back as `past_key_values.0.key`; other kinds of state as `past_…`. */
function pastName(name: string): string {
  return name.startsWith("present.")
    ? name.replace("present", "past_key_values")
    : name.replace("present", "past");
}

/** What lies in WASM's memory is collected; what lies on the GPU has to be given back. */
async function disposeOnGpu(entries: Record<string, Tensor> | null): Promise<void> {
  const tensors = Object.values(entries ?? {}).filter(({ location }) => location === "gpu-buffer");
  await Promise.all(tensors.map((tensor) => tensor.dispose()));
}

function int64(values: BigInt64Array): Tensor {
  return new Tensor("int64", values, [1, values.length]);
}

/** The index of the greatest of the last token's logits; the first one where several are equal. */
function argmaxOfLast(logits: Tensor): number {
  const data = v.parse(floatsSchema, logits.data);
  const vocabulary = logits.dims.at(-1) ?? 0;
  const offset = data.length - vocabulary;
  let best = offset;
  let greatest = -Infinity;
  for (let at = offset; at < data.length; at++) {
    const value = data[at] ?? -Infinity;
    if (value > greatest) {
      greatest = value;
      best = at;
    }
  }
  return best - offset;
}

function withoutSystemRole(messages: readonly ChatMessage[]): ChatMessage[] {
  return [{ role: "user", content: messages.map(({ content }) => content).join("\n\n") }];
}

const contextSchema = v.object({ max_position_embeddings: v.optional(v.number(), 2048) });
const stopSchema = v.object({
  eos_token_id: v.union([
    v.array(v.number()),
    v.pipe(
      v.number(),
      v.transform((id) => [id]),
    ),
  ]),
});
const tokenIdsSchema = v.array(v.number());
const outputsSchema = v.objectWithRest({ logits: v.instance(Tensor) }, v.instance(Tensor));
const floatsSchema = v.union([v.instance(Float32Array), v.instance(Float16Array)]);
