/**
 * A translation model in the layout of Marian's exports for the web, which knows a lexicon by heart.
 * The encoder gives each word its translation and its place; step n of the decoder looks for the
 * n-th place. Pieces that are not in the lexicon are translated as themselves, so unknown words are
 * copied letter by letter, and the end of the text as the end of the translation. A word that only
 * begins with one of the lexicon is translated in that part. Where the lexicon says so, an adjective
 * and the noun behind it change places.
 *
 * The decoder knows its step only by the length of its cache, and after the first step it sees the
 * encoder's output only through the cache: a caller that mishandles either gets other words.
 */
import { LayerWriter } from "./layers.ts";
import type { Lexicon } from "./lexicon.ts";
import { writeMarianConfig } from "./marian-config.ts";
import { type MarianTokenizer, makeMarianTokenizer } from "./marian-tokenizer.ts";
import { writeOnnx, writeTokenizer } from "./model-folder.ts";
import { OnnxGraph } from "./onnx.ts";
import type { Message } from "./protobuf.ts";
import { codeLength, codeOf } from "./token-codes.ts";
import { Matrix } from "./weights.ts";

const size = 64;
const positions = 512;
const shape = { hiddenSize: size, innerSize: size, layers: 1, heads: 1, positions };
/** Places are told apart by waves, as in `copy-weights.ts`. */
const wavelengths = [10.8, 7.83, 21.79, 4.64, 40.72, 28.62];
const placeStart = codeLength;
/** The score of the right place; the next best has less by 0.1 of it at least. */
const rightPlace = 400;

export function buildMarianModel(folder: string, lexicon: Lexicon): void {
  const words = [...Object.keys(lexicon.words), ...Object.values(lexicon.words)];
  const pieces = words.map((word) => `▁${word}`);
  const tokenizer = makeMarianTokenizer(pieces, lexicon);
  writeTokenizer(folder, tokenizer);
  writeMarianConfig(folder, shape, tokenizer);
  writeOnnx(folder, { name: "encoder_model", format: "q8" }, buildEncoder(tokenizer, lexicon));
  writeOnnx(folder, { name: "decoder_model_merged", format: "q8" }, buildDecoder(tokenizer));
}

function buildEncoder(tokenizer: MarianTokenizer, lexicon: Lexicon): Message {
  const graph = new OnnxGraph("encoder");
  const layers = new LayerWriter(graph, "q8");
  graph.input("input_ids", "int64", ["batch_size", "encoder_sequence_length"]);
  graph.input("attention_mask", "int64", ["batch_size", "encoder_sequence_length"]);
  graph.output("last_hidden_state", "float32", ["batch_size", "encoder_sequence_length", size]);
  const translations = new Matrix(tokenizer.vocabSize, size);
  for (let id = 0; id < tokenizer.vocabSize; id++) writeCode(translations, id, id);
  for (const [word, translation] of Object.entries(lexicon.words))
    writeCode(translations, tokenizer.idOf(`▁${word}`), tokenizer.idOf(`▁${translation}`));
  const words = layers.embedding({
    name: "model.encoder.embed_tokens",
    ids: "input_ids",
    count: tokenizer.vocabSize,
    size,
    weights: translations.toWeights(),
  });
  graph.integers("zero", 0);
  const ids = addPlaceIds(graph, { from: "zero", tokens: "input_ids" });
  const places = addPlaces(layers, addMoves(graph, ids, { tokenizer, lexicon }));
  graph.node("Add", [words, places], "last_hidden_state");
  return graph.toModel();
}

function buildDecoder(tokenizer: MarianTokenizer): Message {
  const graph = new OnnxGraph("decoder");
  const layers = new LayerWriter(graph, "q8");
  declareDecoder(graph, tokenizer.vocabSize);
  graph.integers("last_but_one", 2);
  graph.node("Shape", ["past_key_values.0.decoder.key"], "cache_shape");
  graph.node("Gather", ["cache_shape", "last_but_one"], "cache_length", {
    attributes: { axis: 0 },
  });
  const ids = addPlaceIds(graph, { from: "cache_length", tokens: "input_ids" });
  const places = addPlaces(layers, ids);
  growCache(graph, layers, tokenizer);
  keepEncoderCache(graph);
  const found = attend(layers, places);
  const head = new Matrix(size, tokenizer.vocabSize);
  for (let id = 0; id < tokenizer.vocabSize; id++)
    codeOf(id).forEach((sign, i) => head.set(i, id, sign));
  const logits = layers.linear({
    name: "lm_head",
    input: found,
    inputs: size,
    outputs: tokenizer.vocabSize,
    weights: head.toWeights(),
  });
  graph.node("Identity", [logits], "logits");
  return graph.toModel();
}

const parts = ["key", "value"] as const;

function declareDecoder(graph: OnnxGraph, vocabSize: number): void {
  const batch = "batch_size";
  graph.input("encoder_attention_mask", "int64", [batch, "encoder_sequence_length"]);
  graph.input("input_ids", "int64", [batch, "decoder_sequence_length"]);
  graph.input("encoder_hidden_states", "float32", [batch, "encoder_sequence_length", size]);
  graph.output("logits", "float32", [batch, "decoder_sequence_length", vocabSize]);
  for (const side of ["decoder", "encoder"])
    for (const part of parts) {
      const past = [batch, 1, `past_${side}_sequence_length`, size];
      const present = [batch, 1, `${side}_sequence_length_out`, size];
      graph.input(`past_key_values.0.${side}.${part}`, "float32", past);
      graph.output(`present.0.${side}.${part}`, "float32", present);
    }
  graph.input("use_cache_branch", "bool", [1]);
}

/** The places of tokens, of which the first stands at the place `from`: a row for all texts. */
function addPlaceIds(graph: OnnxGraph, { from, tokens }: { from: string; tokens: string }): string {
  graph.integers("first", 0);
  graph.integers("second", 1);
  graph.integers("rows", [0]);
  graph.node("Shape", [tokens], "tokens_shape");
  graph.node("Gather", ["tokens_shape", "second"], "tokens_length", { attributes: { axis: 0 } });
  graph.node("Add", [from, "tokens_length"], "places_end");
  graph.node("Range", [from, "places_end", "second"], "place_ids");
  return graph.node("Unsqueeze", ["place_ids", "rows"], "place_rows");
}

/** Moves an adjective one place on and the noun behind it one place back. */
function addMoves(
  graph: OnnxGraph,
  ids: string,
  { tokenizer, lexicon }: { tokenizer: MarianTokenizer; lexicon: Lexicon },
): string {
  const isOneOf = (name: string, words: readonly string[]): string => {
    const table = Array.from({ length: tokenizer.vocabSize }, () => 0);
    for (const word of words) table[tokenizer.idOf(`▁${word}`)] = 1;
    return graph.node("Gather", [graph.integers(`${name}.weight`, table), "input_ids"], name);
  };
  const adjectives = isOneOf("adjectives", lexicon.adjectives);
  const nouns = isOneOf("nouns", lexicon.nouns);
  graph.integers("a_token_earlier", [0, -1, 0, 1]);
  graph.integers("a_token_later", [0, 1, 0, -1]);
  graph.node("Pad", [nouns, "a_token_earlier"], "before_noun");
  graph.node("Pad", [adjectives, "a_token_later"], "behind_adjective");
  graph.node("Mul", [adjectives, "before_noun"], "places_on");
  graph.node("Mul", [nouns, "behind_adjective"], "places_back");
  graph.node("Add", [ids, "places_on"], "places_after_on");
  return graph.node("Sub", ["places_after_on", "places_back"], "moved_places");
}

/** Codes of places. */
function addPlaces(layers: LayerWriter, ids: string): string {
  const table = new Float32Array(positions * size);
  for (let place = 0; place < positions; place++)
    wavelengths.forEach((wavelength, wave) => {
      const angle = (2 * Math.PI * place) / wavelength;
      table[place * size + placeStart + 2 * wave] = Math.cos(angle);
      table[place * size + placeStart + 2 * wave + 1] = Math.sin(angle);
    });
  layers.floats("places.weight", [positions, size], table);
  return layers.graph.node("Gather", ["places.weight", ids], "places");
}

/** The decoder's own cache: what it has written so far. Only its length has a meaning. */
function growCache(graph: OnnxGraph, layers: LayerWriter, tokenizer: MarianTokenizer): void {
  const codes = new Matrix(tokenizer.vocabSize, size);
  for (let id = 0; id < tokenizer.vocabSize; id++) writeCode(codes, id, id);
  const written = layers.embedding({
    name: "model.decoder.embed_tokens",
    ids: "input_ids",
    count: tokenizer.vocabSize,
    size,
    weights: codes.toWeights(),
  });
  graph.integers("heads", [1]);
  graph.node("Unsqueeze", [written, "heads"], "written_heads");
  for (const part of parts)
    graph.node(
      "Concat",
      [`past_key_values.0.decoder.${part}`, "written_heads"],
      `present.0.decoder.${part}`,
      { attributes: { axis: 2 } },
    );
}

/** The encoder's output, taken from the cache from the second step on. */
function keepEncoderCache(graph: OnnxGraph): void {
  graph.node("Unsqueeze", ["encoder_hidden_states", "heads"], "encoder_heads");
  for (const part of parts) {
    const cached = new OnnxGraph(`cached_${part}`);
    const fresh = new OnnxGraph(`fresh_${part}`);
    const shape = ["batch_size", 1, "encoder_length", size];
    cached.node("Identity", [`past_key_values.0.encoder.${part}`], `cached_${part}`);
    cached.output(`cached_${part}`, "float32", shape);
    fresh.node("Identity", ["encoder_heads"], `fresh_${part}`);
    fresh.output(`fresh_${part}`, "float32", shape);
    graph.node("If", ["use_cache_branch"], `present.0.encoder.${part}`, {
      attributes: { then_branch: { graph: cached }, else_branch: { graph: fresh } },
    });
  }
}

/** Attention from the steps' places to the words': queries look at places only, values are codes. */
function attend(layers: LayerWriter, places: string): string {
  const { graph } = layers;
  const scale = rightPlace / wavelengths.length;
  layers.floats("scale", [], Float32Array.of(scale));
  layers.floats("one", [], Float32Array.of(1));
  layers.floats("far_below", [], Float32Array.of(10 * rightPlace));
  graph.integers("mask_axes", [1, 2]);
  graph.node("Cast", ["encoder_attention_mask"], "mask", { attributes: { to: 1 } });
  graph.node("Sub", ["mask", "one"], "mask_below");
  graph.node("Mul", ["mask_below", "far_below"], "mask_scores");
  graph.node("Unsqueeze", ["mask_scores", "mask_axes"], "mask_heads");
  graph.node("Mul", [places, "scale"], "queries");
  graph.node("Unsqueeze", ["queries", "heads"], "query_heads");
  graph.node("Transpose", ["present.0.encoder.key"], "keys", {
    attributes: { perm: [0, 1, 3, 2] },
  });
  graph.node("MatMul", ["query_heads", "keys"], "place_scores");
  graph.node("Add", ["place_scores", "mask_heads"], "scores");
  graph.node("Softmax", ["scores"], "attention", { attributes: { axis: -1 } });
  graph.node("MatMul", ["attention", "present.0.encoder.value"], "found_heads");
  return graph.node("Squeeze", ["found_heads", "heads"], "found");
}

function writeCode(table: Matrix, row: number, token: number): void {
  codeOf(token).forEach((sign, i) => table.set(row, i, sign));
}
