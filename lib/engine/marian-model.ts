import { type PreTrainedModel, type PreTrainedTokenizer, Tensor } from "@huggingface/transformers";
import * as v from "valibot";
import { BatchDecoding } from "./batch-decoding.ts";
import { DecoderCache } from "./decoder-cache.ts";
import { pickRows } from "./pick-rows.ts";
import type { RawTranslation, TranslateOptions, TranslationModel } from "./translation-model.ts";

/** Longer sentences are translated worse long before the model's positions are used up. */
const MOST_TOKENS = 192;

/** A Marian model of Transformers.js. */
export class MarianModel implements TranslationModel {
  readonly mostTokens: number;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #model: PreTrainedModel;
  readonly #config: v.InferOutput<typeof configSchema>;
  /** Written before each text; empty where the model wants nothing. */
  readonly #mark: string;

  /** @param targetMark Such as `>>pt<<`; left out if the model does not know it. */
  constructor(tokenizer: PreTrainedTokenizer, model: PreTrainedModel, targetMark: string | null) {
    this.#tokenizer = tokenizer;
    this.#model = model;
    this.#config = v.parse(configSchema, model.config);
    const isKnown = targetMark !== null && tokenizer.get_vocab().has(targetMark);
    this.#mark = isKnown ? `${targetMark} ` : "";
    // a translation may be twice as long, and has to find room as well
    this.mostTokens = Math.min(MOST_TOKENS, Math.floor(this.#config.max_position_embeddings / 2));
  }

  countTokens(text: string): number {
    return this.#encode(text).length;
  }

  async translate(
    texts: readonly string[],
    { forbidsRepeats, pause }: TranslateOptions,
  ): Promise<RawTranslation[]> {
    const sources = texts.map((text) => this.#encode(text));
    const decoding = new BatchDecoding(sources, { ...this.#config, forbidsRepeats });
    const cache = new DecoderCache<Tensor>();
    let inputs = this.#inputsOf(sources);
    while (!decoding.isDone) {
      await pause();
      const { lastTokenIds } = decoding;
      const { logits, ...present } = v.parse(
        outputsSchema,
        await this.#model.forward({
          ...inputs,
          ...(cache.entries ? { encoder_outputs: this.#unread(inputs.input_ids) } : {}),
          decoder_input_ids: int64(lastTokenIds, [lastTokenIds.length, 1]),
          past_key_values: cache.entries,
        }),
      );
      cache.update(present);
      const staying = decoding.take(v.parse(v.instance(Float32Array), logits.data));
      if (staying.length === lastTokenIds.length) continue;
      cache.replaceEach((tensor) => pickRows(tensor, staying));
      inputs = {
        input_ids: pickRows(inputs.input_ids, staying),
        attention_mask: pickRows(inputs.attention_mask, staying),
      };
    }
    return decoding.rows.map(({ tokenIds, ending }) => ({ text: this.#decode(tokenIds), ending }));
  }

  /** A text's own `>>xx<<` would be taken for the mark, and special tokens for the model's own. */
  #encode(text: string): number[] {
    const plain = text.replaceAll(/>>\w+<</g, " ").replaceAll(/<\/?s>|<unk>|<pad>/g, " ");
    return this.#tokenizer.encode(this.#mark + plain);
  }

  #decode(tokenIds: readonly number[]): string {
    if (tokenIds.length === 0) return "";
    return this.#tokenizer.decode([...tokenIds], { skip_special_tokens: true }).trim();
  }

  /** The texts' tokens as one table, filled up behind the shorter ones. */
  #inputsOf(
    sources: readonly (readonly number[])[],
  ): Record<"input_ids" | "attention_mask", Tensor> {
    const longest = Math.max(...sources.map(({ length }) => length));
    const columns = Array.from({ length: longest }, (_, at) => at);
    const ids = sources.flatMap((source) =>
      columns.map((at) => source[at] ?? this.#config.pad_token_id),
    );
    const mask = sources.flatMap(({ length }) => columns.map((at) => (at < length ? 1 : 0)));
    const shape = [sources.length, longest];
    return { input_ids: int64(ids, shape), attention_mask: int64(mask, shape) };
  }

  /**
   * Stands in for what the encoder said, of which the decoder has what it needs in its cache. If it
   * were not given, the library would run the encoder at every token.
   */
  #unread({ dims }: Tensor): Tensor {
    const shape = [...dims, this.#config.d_model];
    return new Tensor("float32", new Float32Array(shape.reduce((a, b) => a * b)), shape);
  }
}

function int64(values: readonly number[], shape: number[]): Tensor {
  return new Tensor("int64", BigInt64Array.from(values, BigInt), shape);
}

const configSchema = v.object({
  d_model: v.number(),
  vocab_size: v.number(),
  max_position_embeddings: v.optional(v.number(), 512),
  eos_token_id: v.number(),
  pad_token_id: v.number(),
  decoder_start_token_id: v.number(),
});
const outputsSchema = v.objectWithRest({ logits: v.instance(Tensor) }, v.instance(Tensor));
