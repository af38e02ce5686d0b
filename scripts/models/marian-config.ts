import type { MarianTokenizer } from "./marian-tokenizer.ts";
import { writeJson } from "./model-folder.ts";

/** The shape of a Marian model, whose encoder and decoder have as many layers each. */
export interface MarianShape {
  readonly hiddenSize: number;
  /** Of the feed-forward part of a layer. */
  readonly innerSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly positions: number;
}

/** Writes `config.json` and `generation_config.json` of a Marian model. */
export function writeMarianConfig(
  folder: string,
  { hiddenSize, innerSize, layers, heads, positions }: MarianShape,
  { vocabSize, endId, padId }: MarianTokenizer,
): void {
  writeJson(folder, "config.json", {
    architectures: ["MarianMTModel"],
    model_type: "marian",
    is_encoder_decoder: true,
    vocab_size: vocabSize,
    d_model: hiddenSize,
    encoder_layers: layers,
    decoder_layers: layers,
    encoder_attention_heads: heads,
    decoder_attention_heads: heads,
    encoder_ffn_dim: innerSize,
    decoder_ffn_dim: innerSize,
    num_hidden_layers: layers,
    max_position_embeddings: positions,
    bos_token_id: endId,
    eos_token_id: endId,
    pad_token_id: padId,
    decoder_start_token_id: padId,
    forced_eos_token_id: endId,
  });
  writeJson(folder, "generation_config.json", {
    bad_words_ids: [[padId]],
    bos_token_id: endId,
    eos_token_id: endId,
    pad_token_id: padId,
    decoder_start_token_id: padId,
    forced_eos_token_id: endId,
    max_length: positions,
    num_beams: 1,
  });
}
