/**
 * A translation model of the shape of Opus-MT with random weights, in the layout of its exports for
 * the web: an encoder, and a decoder with one branch for the first token and one for those after it.
 *
 * Random weights would never end a translation. So the end's score is no product of weights: it is
 * the lowest until as many tokens are written as a table has for the length of the source, and then
 * the highest. By its length, a source has from three quarters to five quarters as many tokens as it
 * has itself, so that sentences of about one length do not end together. Putting that score before
 * the others costs what the bias costs that real models add to all.
 */
import { corpus } from "./corpus.ts";
import { type MarianShape, writeMarianConfig } from "./marian-config.ts";
import { MarianLayers } from "./marian-layers.ts";
import { type MarianTokenizer, makeMarianTokenizer } from "./marian-tokenizer.ts";
import { writeOnnx, writeTokenizer } from "./model-folder.ts";
import { OnnxGraph } from "./onnx.ts";
import type { Message } from "./protobuf.ts";

/** The numbers of Opus-MT's `config.json`. */
const shape: MarianShape = {
  hiddenSize: 512,
  innerSize: 2048,
  layers: 6,
  heads: 8,
  positions: 512,
};
const headSize = shape.hiddenSize / shape.heads;
const vocabSize = 58_101;
const layerNumbers = Array.from({ length: shape.layers }, (_, at) => at);
const parts = ["key", "value"] as const;
const sides = ["decoder", "encoder"] as const;

export function buildTrueShapeMarian(folder: string): void {
  const tokenizer = makeTokenizer();
  writeTokenizer(folder, tokenizer);
  writeMarianConfig(folder, shape, tokenizer);
  writeOnnx(folder, { name: "encoder_model", format: "q8" }, buildEncoder());
  writeOnnx(folder, { name: "decoder_model_merged", format: "q8" }, buildDecoder());
}

/** The corpus's words, longer ones in two pieces as in real vocabularies, and made-up words. */
function makeTokenizer(): MarianTokenizer {
  const words = corpus.match(/[\p{L}]+/gu) ?? [];
  const known = words.flatMap((word) =>
    word.length > 6 ? [`▁${word.slice(0, 4)}`, word.slice(4)] : [`▁${word}`],
  );
  const countAround = makeMarianTokenizer([], { from: "en", to: "de" }).vocabSize;
  const pieces = new Set(known);
  for (let number = 0; pieces.size < vocabSize - countAround; number++) pieces.add(madeUp(number));
  return makeMarianTokenizer([...pieces], { from: "en", to: "de" });
}

const consonants = [..."bdfgklmnprstvz"];
const vowels = [..."aeiou"];

/** A word of three syllables, another for each number. */
function madeUp(number: number): string {
  const count = consonants.length * vowels.length;
  const syllables = [1, count, count ** 2].map((step) => {
    const at = Math.floor(number / step) % count;
    return `${consonants[at % consonants.length]}${vowels[Math.floor(at / consonants.length)]}`;
  });
  return `▁${syllables.join("")}`;
}

function buildEncoder(): Message {
  const graph = new OnnxGraph("encoder");
  const layers = new MarianLayers(graph, shape);
  const dimensions = ["batch_size", "encoder_sequence_length"];
  graph.input("input_ids", "int64", dimensions);
  graph.input("attention_mask", "int64", dimensions);
  graph.output("last_hidden_state", "float32", [...dimensions, shape.hiddenSize]);
  const mask = addMask(graph, "attention_mask");
  let hidden = layers.embed("input_ids", { vocabSize, first: graph.integers("no_past", [0]) });
  for (const layer of layerNumbers) {
    const name = `encoder.${layer}.self_attn`;
    hidden = layers.attend(name, hidden, { ...layers.keysAndValues(name, hidden), mask });
    hidden = layers.feedForward(`encoder.${layer}`, hidden);
  }
  graph.node("Identity", [hidden], "last_hidden_state");
  return graph.toModel();
}

function buildDecoder(): Message {
  const graph = new OnnxGraph("decoder");
  const batch = "batch_size";
  const past = (side: string) => [batch, shape.heads, `past_${side}_sequence_length`, headSize];
  const source = [batch, "encoder_sequence_length"];
  graph.input("encoder_attention_mask", "int64", source);
  graph.input("input_ids", "int64", [batch, "decoder_sequence_length"]);
  graph.input("encoder_hidden_states", "float32", [...source, shape.hiddenSize]);
  for (const name of cacheNames("past_key_values"))
    graph.input(name, "float32", past(name.includes("encoder") ? "encoder" : "decoder"));
  graph.input("use_cache_branch", "bool", [1]);
  const outputs = describeOutputs(batch);
  for (const [name, dimensions] of outputs) graph.output(name, "float32", dimensions);
  graph.node("If", ["use_cache_branch"], ["logits", ...cacheNames("present")], {
    attributes: {
      then_branch: { graph: new DecoderBranch(graph, "later").build(outputs) },
      else_branch: { graph: new DecoderBranch(graph, "first").build(outputs) },
    },
  });
  return graph.toModel();
}

type Outputs = readonly (readonly [name: string, dimensions: readonly (string | number)[]])[];

function describeOutputs(batch: string): Outputs {
  const sequence = [batch, "decoder_sequence_length", vocabSize];
  return [
    ["logits", sequence],
    ...cacheNames("present").map(
      (name) => [name, [batch, shape.heads, `${name}_length`, headSize]] as const,
    ),
  ];
}

function cacheNames(prefix: "past_key_values" | "present"): string[] {
  return layerNumbers.flatMap((layer) =>
    sides.flatMap((side) => parts.map((part) => `${prefix}.${layer}.${side}.${part}`)),
  );
}

/** The decoder for the first token, or for those after it: these take the encoder's part from the cache. */
class DecoderBranch {
  readonly #graph: OnnxGraph;
  readonly #layers: MarianLayers;
  readonly #isFirst: boolean;

  constructor(around: OnnxGraph, which: "first" | "later") {
    this.#graph = new OnnxGraph(which, around);
    this.#layers = new MarianLayers(this.#graph, shape);
    this.#isFirst = which === "first";
  }

  build(outputs: Outputs): OnnxGraph {
    const graph = this.#graph;
    for (const [name, dimensions] of outputs) graph.output(`branch.${name}`, "float32", dimensions);
    const mask = addMask(graph, "encoder_attention_mask");
    const first = this.#pastLength();
    let hidden = this.#layers.embed("input_ids", { vocabSize, first });
    for (const layer of layerNumbers) {
      const name = `decoder.${layer}`;
      const own = this.#ownPast(layer, hidden);
      hidden = this.#layers.attend(`${name}.self_attn`, hidden, { ...own, mask: null });
      const source = this.#source(layer);
      hidden = this.#layers.attend(`${name}.encoder_attn`, hidden, { ...source, mask });
      hidden = this.#layers.feedForward(name, hidden);
    }
    const { hiddenSize } = shape;
    const others = this.#layers.linear("lm_head", hidden, [hiddenSize, vocabSize - 1]);
    graph.node("Concat", [this.#endScore(first), others], "branch.logits", {
      attributes: { axis: 2 },
    });
    return graph;
  }

  #pastLength(): string {
    if (this.#isFirst) return this.#graph.integers("no_past", [0]);
    return this.#graph.node("Shape", ["past_key_values.0.decoder.key"], "past_length", {
      attributes: { start: 2, end: 3 },
    });
  }

  /** The keys and values of what was written so far, the newest token's included. */
  #ownPast(layer: number, hidden: string) {
    const newest = this.#layers.keysAndValues(`decoder.${layer}.self_attn`, hidden);
    for (const part of parts) {
      const present = `branch.present.${layer}.decoder.${part}`;
      if (this.#isFirst) this.#graph.node("Identity", [newest[part]], present);
      else
        this.#graph.node(
          "Concat",
          [`past_key_values.${layer}.decoder.${part}`, newest[part]],
          present,
          {
            attributes: { axis: 2 },
          },
        );
    }
    return {
      key: `branch.present.${layer}.decoder.key`,
      value: `branch.present.${layer}.decoder.value`,
    };
  }

  /** The source's keys and values; the later branch gives something empty in their place. */
  #source(layer: number) {
    const graph = this.#graph;
    const past = `past_key_values.${layer}.encoder`;
    const present = `branch.present.${layer}.encoder`;
    const found = this.#isFirst
      ? this.#layers.keysAndValues(`decoder.${layer}.encoder_attn`, "encoder_hidden_states")
      : { key: `${past}.key`, value: `${past}.value` };
    const empty = graph.integers("empty", [0, shape.heads, 1, headSize]);
    for (const part of parts)
      if (this.#isFirst) graph.node("Identity", [found[part]], `${present}.${part}`);
      else graph.node("ConstantOfShape", [empty], `${present}.${part}`);
    return found;
  }

  /** One score a text: far above or far below all others. */
  #endScore(writtenLength: string): string {
    const graph = this.#graph;
    const ends = Array.from({ length: shape.positions + 1 }, (_, length) => endAfter(length));
    const tokens = graph.integers("token_axis", [1]);
    graph.node("ReduceSum", ["encoder_attention_mask", tokens], "source_lengths");
    graph.node("Gather", [graph.integers("ends", ends), "source_lengths"], "ends_here");
    graph.node("GreaterOrEqual", [writtenLength, "ends_here"], "is_end");
    graph.node("Unsqueeze", ["is_end", tokens], "is_end_of_text");
    const [high, low] = [floatOf(graph, "high", 1e4), floatOf(graph, "low", -1e4)];
    return graph.node("Where", ["is_end_of_text", high, low], "end_score");
  }
}

/** The tokens that are written for so many of a source. */
function endAfter(sourceTokens: number): number {
  return Math.max(1, Math.round(sourceTokens * (1 + Math.sin(2.4 * sourceTokens) / 4)));
}

/** 0 for a token of the source, far below 0 for filling. */
function addMask(graph: OnnxGraph, mask: string): string {
  graph.node("Unsqueeze", [mask, graph.integers("mask_axes", [1, 2])], "mask_heads");
  graph.node("Cast", ["mask_heads"], "mask_floats", { attributes: { to: 1 } });
  graph.node("Sub", [floatOf(graph, "one", 1), "mask_floats"], "is_filling");
  return graph.node("Mul", ["is_filling", floatOf(graph, "far_below", -1e9)], "mask_scores");
}

function floatOf(graph: OnnxGraph, name: string, value: number): string {
  return graph.initializer(name, "float32", [], new Uint8Array(Float32Array.of(value).buffer));
}
