import { type Format, LayerWriter } from "./layers.ts";
import { OnnxGraph } from "./onnx.ts";
import type { Message } from "./protobuf.ts";
import type { Weights } from "./weights.ts";

/** The shape of a decoder-only model of the Llama, Qwen2 or Qwen3 family. */
export interface DecoderShape {
  readonly family: "llama" | "qwen2" | "qwen3";
  readonly vocabSize: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly headSize: number;
  /** Positions for which there are rotations. */
  readonly positions: number;
  /**
   * Whether there is an input `num_logits_to_keep`, as newer exports have it, so that reading a
   * prompt does not make logits for every token of it. Transformers.js fills it in by itself.
   */
  readonly choosesLogits: boolean;
}

/** Where a matrix belongs: the names Hugging Face gives the parts of a layer. */
export type MatrixName =
  "q_proj" | "k_proj" | "v_proj" | "o_proj" | "gate_proj" | "up_proj" | "down_proj";
export type NormName = "input" | "q_norm" | "k_norm" | "post_attention" | "final";

/** Everything a decoder learns, or in our case is told. */
export interface DecoderWeights {
  readonly embedding: Weights;
  readonly head: Weights;
  /** The angle by which each pair of dimensions turns from one position to the next. */
  readonly angles: Float64Array;
  matrix(layer: number, name: MatrixName): Weights;
  gains(layer: number, name: NormName): Float32Array;
}

const microsoft = "com.microsoft";
const epsilon = { float: 1e-6 };

/** Writes a decoder with a KV cache, in the operators that exports for the web are made of. */
export function buildDecoder(
  shape: DecoderShape,
  weights: DecoderWeights,
  format: Format,
): Message {
  return new DecoderBuilder(shape, weights, format).build();
}

class DecoderBuilder {
  readonly #shape: DecoderShape;
  readonly #weights: DecoderWeights;
  readonly #graph = new OnnxGraph("decoder");
  readonly #layers: LayerWriter;

  constructor(shape: DecoderShape, weights: DecoderWeights, format: Format) {
    this.#shape = shape;
    this.#weights = weights;
    this.#layers = new LayerWriter(this.#graph, format);
  }

  build(): Message {
    const { layers, vocabSize, hiddenSize } = this.#shape;
    this.#declareInterface();
    this.#addLengths();
    this.#addRotations();
    let residual = this.#layers.embedding({
      name: "model.embed_tokens",
      ids: "input_ids",
      count: vocabSize,
      size: hiddenSize,
      weights: this.#weights.embedding,
    });
    let normed = this.#layers.norm("model.layers.0.input", residual, this.#gains(0, "input"));
    for (let layer = 0; layer < layers; layer++)
      ({ residual, normed } = this.#addLayer(layer, residual, normed));
    this.#addHead(normed);
    return this.#graph.toModel();
  }

  #declareInterface(): void {
    const { layers, vocabSize, keyHeads, headSize, choosesLogits } = this.#shape;
    // Transformers.js finds the batch by this very name when it makes the first, empty cache.
    const batch = "batch_size";
    this.#graph.input("input_ids", "int64", [batch, "sequence_length"]);
    this.#graph.input("attention_mask", "int64", [batch, "total_sequence_length"]);
    this.#graph.input("position_ids", "int64", [batch, "sequence_length"]);
    if (choosesLogits) this.#graph.input("num_logits_to_keep", "int64", []);
    const logits = choosesLogits ? "num_logits" : "sequence_length";
    this.#graph.output("logits", "float32", [batch, logits, vocabSize]);
    for (let layer = 0; layer < layers; layer++)
      for (const part of ["key", "value"]) {
        const type = this.#layers.floatType;
        const past = [batch, keyHeads, "past_sequence_length", headSize];
        const present = [batch, keyHeads, "total_sequence_length", headSize];
        this.#graph.input(`past_key_values.${layer}.${part}`, type, past);
        this.#graph.output(`present.${layer}.${part}`, type, present);
      }
  }

  /** GroupQueryAttention wants the lengths as numbers, the caller gives a mask. */
  #addLengths(): void {
    const graph = this.#graph;
    graph.integers("one", [1]);
    graph.integers("second", 1);
    graph.node("ReduceSum", ["attention_mask", "one"], "mask_sums", {
      attributes: { keepdims: 1 },
    });
    graph.node("Sub", ["mask_sums", "one"], "last_positions");
    graph.node("Cast", ["last_positions"], "seqlens_k", { attributes: { to: 6 } });
    graph.node("Shape", ["attention_mask"], "mask_shape");
    graph.node("Gather", ["mask_shape", "second"], "mask_length", { attributes: { axis: 0 } });
    graph.node("Cast", ["mask_length"], "total_sequence_length", { attributes: { to: 6 } });
  }

  #addRotations(): void {
    const { positions, headSize } = this.#shape;
    const pairs = headSize / 2;
    const { angles } = this.#weights;
    const angleAt = (i: number): number => Math.floor(i / pairs) * (angles[i % pairs] ?? 0);
    for (const [name, turn] of [
      ["cos_cache", Math.cos],
      ["sin_cache", Math.sin],
    ] as const) {
      const values = Float32Array.from({ length: positions * pairs }, (_, i) => turn(angleAt(i)));
      this.#layers.floats(name, [positions, pairs], values);
    }
  }

  #addLayer(layer: number, residual: string, normed: string): { residual: string; normed: string } {
    const name = `model.layers.${layer}`;
    const attended = this.#addAttention(layer, normed);
    const between = this.#addNorm(`${name}.post_attention`, {
      residual,
      added: attended,
      gains: this.#gains(layer, "post_attention"),
    });
    const last = layer === this.#shape.layers - 1;
    return this.#addNorm(last ? "model.norm" : `model.layers.${layer + 1}.input`, {
      residual: between.residual,
      added: this.#addFeedForward(layer, between.normed),
      gains: last ? this.#gains(layer, "final") : this.#gains(layer + 1, "input"),
    });
  }

  #addAttention(layer: number, input: string): string {
    const { heads, keyHeads, headSize } = this.#shape;
    const name = `model.layers.${layer}.attn`;
    const query = this.#addProjection(layer, { input, matrix: "q_proj", heads, norm: "q_norm" });
    const key = this.#addProjection(layer, {
      input,
      matrix: "k_proj",
      heads: keyHeads,
      norm: "k_norm",
    });
    const value = this.#linear(layer, "v_proj", input);
    const attended = this.#graph.node(
      "GroupQueryAttention",
      [
        query,
        key,
        value,
        `past_key_values.${layer}.key`,
        `past_key_values.${layer}.value`,
        "seqlens_k",
        "total_sequence_length",
      ],
      [`${name}/output`, `present.${layer}.key`, `present.${layer}.value`],
      {
        attributes: {
          num_heads: heads,
          kv_num_heads: keyHeads,
          scale: { float: 1 / Math.sqrt(headSize) },
        },
        domain: microsoft,
      },
    );
    return this.#linear(layer, "o_proj", attended);
  }

  /** Queries or keys: projected, normalized head by head in Qwen3, and turned by their position. */
  #addProjection(
    layer: number,
    part: { input: string; matrix: "q_proj" | "k_proj"; heads: number; norm: "q_norm" | "k_norm" },
  ): string {
    const { family, headSize } = this.#shape;
    const name = `model.layers.${layer}.attn.${part.norm}`;
    let projected = this.#linear(layer, part.matrix, part.input);
    if (family === "qwen2") projected = this.#addBias(layer, part, projected);
    if (family === "qwen3") {
      const apart = this.#graph.integers(`${name}.heads`, [0, 0, -1, headSize]);
      const together = this.#graph.integers(`${name}.joined`, [0, 0, part.heads * headSize]);
      const split = this.#graph.node("Reshape", [projected, apart], `${name}/split`);
      const normed = this.#layers.norm(name, split, this.#gains(layer, part.norm));
      projected = this.#graph.node("Reshape", [normed, together], `${name}/joined`);
    }
    return this.#graph.node(
      "RotaryEmbedding",
      [projected, "position_ids", "cos_cache", "sin_cache"],
      `${name}/rotated`,
      { attributes: { interleaved: 0 }, domain: microsoft },
    );
  }

  /** Qwen2 alone adds to its queries and keys; here nearly nothing, since only speed is of interest. */
  #addBias(layer: number, part: { matrix: string; heads: number }, projected: string): string {
    const name = `model.layers.${layer}.attn.${part.matrix}`;
    const size = part.heads * this.#shape.headSize;
    const bias = this.#layers.floats(`${name}.bias`, [size], new Float32Array(size).fill(1e-3));
    return this.#graph.node("Add", [projected, bias], `${name}/biased`);
  }

  #addFeedForward(layer: number, input: string): string {
    const name = `model.layers.${layer}.mlp`;
    const gate = this.#linear(layer, "gate_proj", input);
    const up = this.#linear(layer, "up_proj", input);
    this.#graph.node("Sigmoid", [gate], `${name}/sigmoid`);
    this.#graph.node("Mul", [gate, `${name}/sigmoid`], `${name}/silu`);
    const inner = this.#graph.node("Mul", [`${name}/silu`, up], `${name}/inner`);
    return this.#linear(layer, "down_proj", inner);
  }

  /** Adds to the residual stream and normalizes the sum for the next part. */
  #addNorm(
    name: string,
    { residual, added, gains }: { residual: string; added: string; gains: Float32Array },
  ): { residual: string; normed: string } {
    const weight = this.#layers.floats(`${name}.weight`, [gains.length], gains);
    const normed = `${name}/output`;
    const sum = `${name}/sum`;
    this.#graph.node(
      "SkipSimplifiedLayerNormalization",
      [residual, added, weight],
      [normed, "", "", sum],
      {
        attributes: { epsilon },
        domain: microsoft,
      },
    );
    return { residual: sum, normed };
  }

  #addHead(normed: string): void {
    const logits = this.#layers.linear({
      name: "lm_head",
      input: this.#shape.choosesLogits ? this.#keepLast(normed) : normed,
      inputs: this.#shape.hiddenSize,
      outputs: this.#shape.vocabSize,
      weights: this.#weights.head,
    });
    this.#graph.node("Cast", [logits], "logits", { attributes: { to: 1 } });
  }

  /** The last `num_logits_to_keep` tokens; zero keeps all, since a slice may start at -0. */
  #keepLast(normed: string): string {
    const graph = this.#graph;
    graph.integers("whole_list", [1]);
    graph.integers("axis", [1]);
    graph.integers("no_end", [9223372036854775807n]);
    graph.node("Neg", ["num_logits_to_keep"], "first_logit");
    graph.node("Reshape", ["first_logit", "whole_list"], "first_logits");
    return graph.node("Slice", [normed, "first_logits", "no_end", "axis"], "kept");
  }

  #linear(layer: number, matrix: MatrixName, input: string): string {
    const [inputs, outputs] = matrixSize(this.#shape, matrix);
    const weights = this.#weights.matrix(layer, matrix);
    return this.#layers.linear({
      name: `model.layers.${layer}.${matrix}`,
      input,
      inputs,
      outputs,
      weights,
    });
  }

  #gains(layer: number, name: NormName): Float32Array {
    return this.#weights.gains(layer, name);
  }
}

/** The inputs and outputs of a matrix. */
export function matrixSize(
  shape: DecoderShape,
  name: MatrixName,
): [inputs: number, outputs: number] {
  const { hiddenSize, intermediateSize, heads, keyHeads, headSize } = shape;
  switch (name) {
    case "q_proj":
      return [hiddenSize, heads * headSize];
    case "k_proj":
    case "v_proj":
      return [hiddenSize, keyHeads * headSize];
    case "o_proj":
      return [heads * headSize, hiddenSize];
    case "gate_proj":
    case "up_proj":
      return [hiddenSize, intermediateSize];
    case "down_proj":
      return [intermediateSize, hiddenSize];
  }
}
