import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DecoderShape } from "./decoder.ts";
import type { Format } from "./layers.ts";
import { type Message, writeMessage } from "./protobuf.ts";
import type { Tokenizer } from "./tokenizer.ts";

const suffixes: Record<Format, string> = { q8: "_quantized", q4: "_q4", q4f16: "_q4f16" };

/** Writes `onnx/<name><suffix>.onnx`, by the suffixes Transformers.js knows. */
export function writeOnnx(
  folder: string,
  file: { name: string; format: Format },
  model: Message,
): void {
  mkdirSync(join(folder, "onnx"), { recursive: true });
  writeMessage(join(folder, "onnx", `${file.name}${suffixes[file.format]}.onnx`), model);
}

export function writeJson(folder: string, name: string, value: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
}

export function writeTokenizer(
  folder: string,
  tokenizer: Pick<Tokenizer, "json" | "config"> & Partial<Pick<Tokenizer, "format">>,
): void {
  writeJson(folder, "tokenizer.json", tokenizer.json);
  writeJson(folder, "tokenizer_config.json", tokenizer.config);
  if (tokenizer.format?.keepsTemplateApart)
    writeFileSync(join(folder, "chat_template.jinja"), tokenizer.format.template);
}

const architectures = {
  llama: "LlamaForCausalLM",
  qwen2: "Qwen2ForCausalLM",
  qwen3: "Qwen3ForCausalLM",
} as const;

/** Writes `config.json` and `generation_config.json` of a decoder. */
export function writeDecoderConfig(
  folder: string,
  shape: DecoderShape,
  tokenizer: Tokenizer,
): void {
  const end = tokenizer.idOf("<|im_end|>");
  const text = tokenizer.idOf("<|endoftext|>");
  writeJson(folder, "config.json", {
    architectures: [architectures[shape.family]],
    model_type: shape.family,
    vocab_size: shape.vocabSize,
    hidden_size: shape.hiddenSize,
    intermediate_size: shape.intermediateSize,
    num_hidden_layers: shape.layers,
    num_attention_heads: shape.heads,
    num_key_value_heads: shape.keyHeads,
    head_dim: shape.headSize,
    max_position_embeddings: shape.positions,
    rms_norm_eps: 1e-6,
    hidden_act: "silu",
    tie_word_embeddings: false,
    bos_token_id: text,
    eos_token_id: end,
    torch_dtype: "float32",
    "transformers.js_config": { kv_cache_dtype: { q4f16: "float16" } },
  });
  writeJson(folder, "generation_config.json", {
    bos_token_id: text,
    eos_token_id: [end, text],
    pad_token_id: text,
    do_sample: false,
  });
}
