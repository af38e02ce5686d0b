import { type PreTrainedModel, type PreTrainedTokenizer, Tensor } from "@huggingface/transformers";
import * as v from "valibot";
import type { ChatMessage } from "../tasks/lay-out-prompt.ts";
import { chooseFamily } from "./families/families.ts";
import type { Family } from "./families/family.ts";
import { renderChat } from "./families/render-chat.ts";
import { KeptPage } from "./kept-page.ts";
import type { KvCache, LanguageModel } from "./language-model.ts";
import { stripSpecialTokens } from "./strip-special-tokens.ts";
import { TensorCache } from "./tensor-cache.ts";

/** A chat model of Transformers.js, spoken to as its family is. */
export class ChatModel implements LanguageModel {
  readonly contextTokens: number;
  readonly stopTokenIds: ReadonlySet<number>;
  readonly keptPage = new KeptPage();
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #model: PreTrainedModel;
  readonly #family: Family;
  readonly #specialTokens: readonly string[];
  readonly #hasRoomPositions: boolean;

  constructor(tokenizer: PreTrainedTokenizer, model: PreTrainedModel) {
    const config = v.parse(configSchema, model.config);
    this.#tokenizer = tokenizer;
    this.#model = model;
    this.#specialTokens = v.parse(v.array(v.string()), tokenizer.all_special_tokens);
    this.#family = chooseFamily(config.model_type, this.#specialTokens);
    this.contextTokens = config.max_position_embeddings;
    this.stopTokenIds = stopTokensOf(tokenizer, model, this.#family);
    this.#hasRoomPositions = inputsOf(model).some(
      ({ name, shape }) => name === "position_ids" && shape.length === 3,
    );
  }

  encodeChat(messages: readonly ChatMessage[]): number[] {
    const clean = messages.map(({ role, content }) => ({
      role,
      content: stripSpecialTokens(content, this.#specialTokens),
    }));
    const text = renderChat(
      this.#family,
      (chat, options) =>
        this.#tokenizer.apply_chat_template(chat, {
          ...options,
          add_generation_prompt: true,
          tokenize: false,
        }),
      clean,
    );
    return this.#encode(text);
  }

  countTokens(text: string): number {
    return this.#encode(text).length;
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
        ...(this.#hasRoomPositions ? { position_ids: roomPositions(cache, tokenIds) } : {}),
      }),
    );
    await cache.update(outputs, tokenIds.length);
    return argmaxOfLast(outputs.logits);
  }

  #encode(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false });
  }
}

/** What the model's graph wants to be given. */
function inputsOf({ sessions }: PreTrainedModel): v.InferOutput<typeof inputsSchema> {
  return v.parse(sessionsSchema, sessions).model?.inputMetadata ?? [];
}

/**
 * Positions in time, height and width, as models that also see pictures count them; in text all
 * three are the same. The library makes them for generation of its own only.
 */
function roomPositions({ tokens }: KvCache, { length }: readonly number[]): Tensor {
  const positions = Array.from({ length: 3 * length }, (_, at) => BigInt(tokens + (at % length)));
  return new Tensor("int64", BigInt64Array.from(positions), [3, 1, length]);
}

/** What the model's files say ends an answer, and what its family says. */
function stopTokensOf(
  tokenizer: PreTrainedTokenizer,
  model: PreTrainedModel,
  family: Family,
): ReadonlySet<number> {
  const { eos_token_id: configured } = v.parse(stopSchema, model.generation_config ?? {});
  const ids = v.parse(tokenIdsSchema, tokenizer.all_special_ids);
  const texts = v.parse(v.array(v.string()), tokenizer.all_special_tokens);
  const stops = new Set([...family.stopTokens, tokenizer.eos_token]);
  return new Set([configured, ids.filter((_, at) => stops.has(texts[at] ?? ""))].flat());
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

const configSchema = v.object({
  model_type: v.optional(v.string(), ""),
  max_position_embeddings: v.optional(v.number(), 2048),
});
const stopSchema = v.object({
  eos_token_id: v.optional(v.union([v.array(v.number()), v.number()]), []),
});
const inputsSchema = v.array(
  v.object({ name: v.string(), shape: v.optional(v.array(v.union([v.string(), v.number()])), []) }),
);
const sessionsSchema = v.object({
  model: v.optional(v.object({ inputMetadata: v.optional(inputsSchema, []) })),
});
const tokenIdsSchema = v.array(v.number());
const outputsSchema = v.objectWithRest({ logits: v.instance(Tensor) }, v.instance(Tensor));
const floatsSchema = v.union([v.instance(Float32Array), v.instance(Float16Array)]);
