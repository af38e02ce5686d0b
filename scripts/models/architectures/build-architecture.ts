import { chatFormats } from "../chat-formats.ts";
import { corpus } from "../corpus.ts";
import type { Format } from "../layers.ts";
import { writeJson, writeOnnx, writeTokenizer } from "../model-folder.ts";
import type { Message } from "../protobuf.ts";
import { makeTokenizer, type Tokenizer } from "../tokenizer.ts";
import { type Architecture, type Mixer, size } from "./architecture.ts";
import { addAttention } from "./attention.ts";
import { addFeedForward } from "./feed-forward.ts";
import { addGatedDeltaRule } from "./gated-delta-rule.ts";
import { noise } from "./noise.ts";
import { batch, Parts } from "./parts.ts";
import { addShortConvolution } from "./short-convolution.ts";

const formats: readonly Format[] = ["q8", "q4"];

/** Writes a small model of an architecture. The same bytes come out every time. */
export function buildArchitecture(folder: string, architecture: Architecture): void {
  const format = chatFormats[architecture.format];
  const tokenizer = makeTokenizer({ corpus, merges: 400, format });
  writeTokenizer(folder, tokenizer);
  writeConfig(folder, architecture, tokenizer);
  for (const format of formats)
    writeOnnx(folder, { name: "model", format }, buildGraph(architecture, tokenizer, format));
}

function buildGraph(architecture: Architecture, tokenizer: Tokenizer, format: Format): Message {
  const { layers, factors = {}, feedForward, normsAfter } = architecture;
  const parts = new Parts(format, architecture.seed);
  addInputs(parts, architecture.positions);
  const after = (name: string, added: string) => {
    const normed = normsAfter ? parts.norm(`${name}.after`, added) : added;
    return parts.times(name, normed, factors.residual ?? 1);
  };
  let residual = addEmbedding(parts, tokenizer, factors.embedding ?? 1);
  let normed = parts.norm("model.layers.0.input", residual);
  layers.forEach((mixer, layer) => {
    const name = `model.layers.${layer}`;
    const mixed = addMixer(parts, { mixer, layer, input: normed }, architecture);
    ({ residual, normed } = parts.addNorm(`${name}.ff`, residual, after(`${name}.mixed`, mixed)));
    const fed = addFeedForward(parts, { layer, input: normed }, feedForward);
    ({ residual, normed } = parts.addNorm(`${name}.next`, residual, after(`${name}.fed`, fed)));
  });
  addHead(parts, normed, { tokenizer, factor: factors.logits ?? 1, seed: architecture.seed });
  return parts.graph.toModel();
}

/** GroupQueryAttention wants the lengths as numbers, the caller gives a mask. */
function addInputs({ graph }: Parts, positions: Architecture["positions"]): void {
  graph.input("input_ids", "int64", [batch, "sequence_length"]);
  graph.input("attention_mask", "int64", [batch, "total_sequence_length"]);
  if (positions === "rotated before")
    graph.input("position_ids", "int64", [batch, "sequence_length"]);
  if (positions === "rotated in three")
    graph.input("position_ids", "int64", [3, batch, "sequence_length"]);
  graph.integers("one", [1]);
  graph.integers("second", 1);
  graph.node("ReduceSum", ["attention_mask", "one"], "mask_sums", { attributes: { keepdims: 1 } });
  graph.node("Sub", ["mask_sums", "one"], "last_positions");
  graph.node("Cast", ["last_positions"], "seqlens_k", { attributes: { to: 6 } });
  graph.node("Shape", ["attention_mask"], "mask_shape");
  graph.node("Gather", ["mask_shape", "second"], "mask_length", { attributes: { axis: 0 } });
  graph.node("Cast", ["mask_length"], "total_sequence_length", { attributes: { to: 6 } });
}

/** An answer ends after one word in this many. */
const wordsPerAnswer = 5;

function addEmbedding(parts: Parts, tokenizer: Tokenizer, factor: number): string {
  const { vocabSize, words } = tokenizer;
  const lastWords = words.filter((_, i) => i % wordsPerAnswer === 0).map(tokenizer.idOf);
  const values = noise(vocabSize * size.hidden, 1, 1 / factor);
  for (let token = 0; token < vocabSize; token++)
    values[token * size.hidden + size.endFlag] = lastWords.includes(token) ? 2 / factor : 0;
  const embedded = parts.writer.embedding({
    name: "model.embed_tokens",
    ids: "input_ids",
    count: vocabSize,
    size: size.hidden,
    weights: { kind: "computed", values },
  });
  return parts.times("model.embed_tokens", embedded, factor);
}

function addMixer(
  parts: Parts,
  { mixer, layer, input }: { mixer: Mixer; layer: number; input: string },
  { positions }: Architecture,
): string {
  switch (mixer.kind) {
    case "attention":
      return addAttention(parts, { layer, input, positions }, mixer);
    case "short convolution":
      return addShortConvolution(parts, layer, input);
    case "gated delta rule":
      return addGatedDeltaRule(parts, layer, input);
  }
}

interface Head {
  readonly tokenizer: Tokenizer;
  readonly factor: number;
  readonly seed: number;
}

/** Only words can be said, and the end, after a word that has its flag. */
function addHead(parts: Parts, normed: string, { tokenizer, factor, seed }: Head): void {
  const { vocabSize } = tokenizer;
  const inputs = size.hidden;
  const words = new Set(tokenizer.words.map(tokenizer.idOf));
  const end = tokenizer.idOf(tokenizer.format.eosToken);
  const values = noise(inputs * vocabSize, seed, 1).map((value, at) => {
    const isFlag = Math.floor(at / vocabSize) === size.endFlag;
    if (at % vocabSize === end) return isFlag ? loudEnd : 0;
    return words.has(at % vocabSize) && !isFlag ? value : 0;
  });
  const weights = { kind: "computed", values } as const;
  const logits = parts.writer.linear({
    name: "lm_head",
    input: normed,
    inputs,
    outputs: vocabSize,
    weights,
  });
  parts.graph.node("Cast", [parts.times("lm_head", logits, factor)], "logits", {
    attributes: { to: 1 },
  });
  parts.graph.output("logits", "float32", [batch, "sequence_length", vocabSize]);
}

/** Louder than any word, though the stream has grown since the flag was set. */
const loudEnd = 100;

function writeConfig(folder: string, architecture: Architecture, tokenizer: Tokenizer): void {
  const { modelType, className, layers, config = {} } = architecture;
  const end = tokenizer.idOf(tokenizer.format.eosToken);
  writeJson(folder, "config.json", {
    architectures: [className],
    model_type: modelType,
    vocab_size: tokenizer.vocabSize,
    hidden_size: size.hidden,
    intermediate_size: size.inner,
    num_hidden_layers: layers.length,
    num_attention_heads: size.heads,
    num_key_value_heads: size.keyHeads,
    head_dim: size.head,
    max_position_embeddings: size.positions,
    eos_token_id: end,
    ...config,
  });
  writeJson(folder, "generation_config.json", { eos_token_id: end, do_sample: false });
}
