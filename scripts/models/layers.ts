import type { OnnxGraph } from "./onnx.ts";
import type { Bytes } from "./protobuf.ts";
import { randomBytes, randomFloats, type Weights } from "./weights.ts";

/**
 * How the numbers of a model are stored, by the names Transformers.js gives them:
 * `q8` for WASM, `q4` for WebGPU, `q4f16` for WebGPU with 16-bit floats.
 */
export type Format = "q8" | "q4" | "q4f16";

export interface Linear {
  readonly name: string;
  readonly input: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Weights;
}

export interface Embedding {
  readonly name: string;
  readonly ids: string;
  readonly count: number;
  readonly size: number;
  readonly weights: Weights;
}

/** Weights that share one scale in the 4-bit files, along the inputs of a layer. */
const blockSize = 32;
/** About the size of a random signed byte, and of a random 4-bit number. */
const typicalByte = 74;
const typicalNibble = 4.6;

export interface WriterOptions {
  /** Whether the 4-bit files have the embedding in 4 bits too, as newer exports do. */
  readonly packsEmbedding?: boolean;
  /** Whether the processor multiplies 4-bit weights by floats, as the graphics card does, not by bytes. */
  readonly multipliesFloats?: boolean;
}

/** Adds layers to a graph in one format. */
export class LayerWriter {
  readonly graph: OnnxGraph;
  readonly format: Format;
  readonly floatType: "float32" | "float16";
  readonly #quantized = new Set<string>();
  readonly #options: WriterOptions;

  constructor(graph: OnnxGraph, format: Format, options: WriterOptions = {}) {
    this.graph = graph;
    this.format = format;
    this.floatType = format === "q4f16" ? "float16" : "float32";
    this.#options = options;
  }

  floats(name: string, shape: readonly number[], values: Float32Array): string {
    const data = this.floatType === "float16" ? Float16Array.from(values) : values;
    return this.graph.initializer(name, this.floatType, shape, bytesOf(data));
  }

  /** Looks up rows: stored as bytes in the 8-bit files, as floats in the others. */
  embedding(embedding: Embedding): string {
    const { name, ids } = embedding;
    if (this.format === "q8") return this.#byteEmbedding(embedding);
    if (this.#options.packsEmbedding) return this.#nibbleEmbedding(embedding);
    const table = this.#floatTable(embedding);
    return this.graph.node("Gather", [table, ids], `${name}/output`);
  }

  linear(linear: Linear): string {
    return this.format === "q8" ? this.#byteLinear(linear) : this.#nibbleLinear(linear);
  }

  /** Root-mean-square normalization over the last dimension. */
  norm(name: string, input: string, gains: Float32Array): string {
    const weight = this.floats(`${name}.weight`, [gains.length], gains);
    return this.graph.node("SimplifiedLayerNormalization", [input, weight], `${name}/output`, {
      attributes: { axis: -1, epsilon: { float: 1e-6 }, stash_type: 1 },
    });
  }

  #floatTable({ name, count, size, weights }: Embedding): string {
    if (weights.kind === "computed")
      return this.floats(`${name}.weight`, [count, size], weights.values);
    if (this.floatType === "float16") throw new Error("random tables are not made in 16 bits");
    const data = randomFloats(count * size, weights.seed, weights.spread);
    return this.graph.initializer(`${name}.weight`, "float32", [count, size], data);
  }

  #byteEmbedding({ name, ids, count, size, weights }: Embedding): string {
    const { graph } = this;
    const { data, scale } = toBytes(weights, count * size);
    const table = graph.initializer(`${name}.weight_quantized`, "int8", [count, size], data);
    const rows = graph.node("Gather", [table, ids], `${name}/rows`);
    return graph.node(
      "DequantizeLinear",
      [rows, this.floats(`${name}.scale`, [], Float32Array.of(scale))],
      `${name}/output`,
    );
  }

  #nibbleEmbedding({ name, ids, count, size, weights }: Embedding): string {
    const blocks = Math.ceil(size / blockSize);
    const { data, scales } = toNibbles(transposed(weights, count), {
      inputs: size,
      outputs: count,
      blocks,
    });
    const packed = [count, (blocks * blockSize) / 2];
    const table = this.graph.initializer(`${name}.weight_Q4`, "uint8", packed, data);
    const scale = this.floats(`${name}.weight_scales`, [count, blocks], scales);
    return this.graph.node("GatherBlockQuantized", [table, ids, scale], `${name}/output`, {
      attributes: { bits: 4, block_size: blockSize, gather_axis: 0, quantize_axis: 1 },
      domain: "com.microsoft",
    });
  }

  /** What ONNX Runtime's dynamic quantization makes of a `MatMul`. */
  #byteLinear({ name, input, inputs, outputs, weights }: Linear): string {
    const { graph } = this;
    if (!this.#quantized.has(input)) {
      const names = [`${input}_quantized`, `${input}_scale`, `${input}_zero_point`] as const;
      graph.node("DynamicQuantizeLinear", [input], names);
      this.#quantized.add(input);
    }
    const { data, scale } = toBytes(weights, inputs * outputs);
    const matrix = graph.initializer(`${name}.weight_quantized`, "int8", [inputs, outputs], data);
    const zeroPoint = graph.initializer(`${name}.weight_zero_point`, "int8", [], new Uint8Array(1));
    const weightScale = this.floats(`${name}.weight_scale`, [], Float32Array.of(scale));
    const product = graph.node(
      "MatMulInteger",
      [`${input}_quantized`, matrix, `${input}_zero_point`, zeroPoint],
      `${name}/product`,
    );
    const floats = graph.node("Cast", [product], `${name}/floats`, { attributes: { to: 1 } });
    const scales = graph.node("Mul", [`${input}_scale`, weightScale], `${name}/scales`);
    return graph.node("Mul", [floats, scales], `${name}/output`);
  }

  #nibbleLinear({ name, input, inputs, outputs, weights }: Linear): string {
    const blocks = Math.ceil(inputs / blockSize);
    const { data, scales } = toNibbles(weights, { inputs, outputs, blocks });
    const matrix = this.graph.initializer(
      `${name}.weight_Q4`,
      "uint8",
      [outputs, blocks, blockSize / 2],
      data,
    );
    const weightScales = this.floats(`${name}.weight_scales`, [outputs * blocks], scales);
    return this.graph.node("MatMulNBits", [input, matrix, weightScales], `${name}/output`, {
      attributes: {
        K: inputs,
        N: outputs,
        bits: 4,
        block_size: blockSize,
        accuracy_level: this.#options.multipliesFloats ? 1 : 4,
      },
      domain: "com.microsoft",
    });
  }
}

export function bytesOf(data: ArrayBufferView): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/**
 * Signed bytes with one scale for all. Computed ones use 7 of their 8 bits: processors without
 * AVX-512 or VNNI add two products in 16 bits, which with 8 bits overflow.
 */
function toBytes(weights: Weights, count: number): { data: Bytes; scale: number } {
  if (weights.kind === "random")
    return { data: randomBytes(count, weights.seed), scale: weights.spread / typicalByte };
  const scale = largest(weights.values) / 63 || 1;
  return { data: bytesOf(Int8Array.from(weights.values, (v) => Math.round(v / scale))), scale };
}

/** The weights of a table, a column for each of its rows. */
function transposed(weights: Weights, rows: number): Weights {
  if (weights.kind === "random") return weights;
  const { values } = weights;
  const columns = values.length / rows;
  return {
    kind: "computed",
    values: Float32Array.from(
      values,
      (_, at) => values[(at % rows) * columns + Math.floor(at / rows)] ?? 0,
    ),
  };
}

interface NibbleShape {
  readonly inputs: number;
  readonly outputs: number;
  readonly blocks: number;
}

/** 4-bit numbers around 8, two a byte, output by output, with one scale a block. */
function toNibbles(weights: Weights, shape: NibbleShape): { data: Bytes; scales: Float32Array } {
  const { outputs, blocks } = shape;
  const scales = new Float32Array(outputs * blocks);
  if (weights.kind === "random") {
    scales.fill(weights.spread / typicalNibble);
    return { data: randomBytes((outputs * blocks * blockSize) / 2, weights.seed), scales };
  }
  const data = new Uint8Array((outputs * blocks * blockSize) / 2);
  for (let block = 0; block < outputs * blocks; block++) {
    const values = blockOf(weights.values, shape, block);
    const scale = largest(values) / 7 || 1;
    scales[block] = scale;
    const nibbles = Array.from(values, (value) => Math.round(value / scale) + 8);
    for (let i = 0; i < blockSize; i += 2)
      data[(block * blockSize + i) / 2] = (nibbles[i] ?? 8) | ((nibbles[i + 1] ?? 8) << 4);
  }
  return { data, scales };
}

/** The weights of one output for `blockSize` inputs; beyond the last input they are zero. */
function blockOf(values: Float32Array, shape: NibbleShape, block: number): Float32Array {
  const output = Math.floor(block / shape.blocks);
  const first = (block % shape.blocks) * blockSize;
  return Float32Array.from({ length: blockSize }, (_, i) =>
    first + i < shape.inputs ? (values[(first + i) * shape.outputs + output] ?? 0) : 0,
  );
}

function largest(values: Float32Array): number {
  return values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
}
