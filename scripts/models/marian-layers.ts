import { LayerWriter } from "./layers.ts";
import type { MarianShape } from "./marian-config.ts";
import type { OnnxGraph } from "./onnx.ts";

/** Small enough that scores differ, large enough that they are not all about the same. */
const spread = 0.02;
const littleBias = 1e-3;

/** The keys and values that an attention looks at, head by head. */
export interface KeysAndValues {
  readonly key: string;
  readonly value: string;
}

/**
 * Adds the layers of Marian to a graph, with random weights: multi-head attention and feed-forward
 * with swish, each added to what came before it and then normalized.
 */
export class MarianLayers {
  readonly #graph: OnnxGraph;
  readonly #layers: LayerWriter;
  readonly #shape: MarianShape;

  constructor(graph: OnnxGraph, shape: MarianShape) {
    this.#graph = graph;
    this.#layers = new LayerWriter(graph, "q8");
    this.#shape = shape;
  }

  /** Tokens and their positions. @param first The position of the first token, as a list of one. */
  embed(tokens: string, { vocabSize, first }: { vocabSize: number; first: string }): string {
    const graph = this.#graph;
    const { hiddenSize } = this.#shape;
    const rows = this.#layers.embedding({
      name: "embed_tokens",
      ids: tokens,
      count: vocabSize,
      size: hiddenSize,
      weights: { kind: "random", seed: seedOf("embed_tokens"), spread },
    });
    const scale = this.#layers.floats("embed_scale", [], Float32Array.of(Math.sqrt(hiddenSize)));
    graph.node("Mul", [rows, scale], "embedded");
    graph.node("Shape", [tokens], "tokens_length", { attributes: { start: 1, end: 2 } });
    graph.node("Add", [first, "tokens_length"], "behind_last");
    const places = ["positions", first, "behind_last", graph.integers("axis_of_rows", [0])];
    this.#addPositions();
    graph.node("Slice", places, "places");
    return graph.node("Add", ["embedded", "places"], "input");
  }

  /** What an attention is to look at, for each head. */
  keysAndValues(name: string, input: string): KeysAndValues {
    return {
      key: this.#toHeads(`${name}.k_proj`, input),
      value: this.#toHeads(`${name}.v_proj`, input),
    };
  }

  /** @param mask What is added to the scores of tokens that are only filling; null for none. */
  attend(
    name: string,
    input: string,
    { key, value, mask }: KeysAndValues & { mask: string | null },
  ): string {
    const graph = this.#graph;
    const { hiddenSize, heads } = this.#shape;
    const scale = Float32Array.of(1 / Math.sqrt(hiddenSize / heads));
    const queries = this.#toHeads(`${name}.q_proj`, input);
    graph.node("Mul", [queries, this.#layers.floats("query_scale", [], scale)], `${name}/queries`);
    graph.node("Transpose", [key], `${name}/keys`, { attributes: { perm: [0, 1, 3, 2] } });
    let scores = graph.node("MatMul", [`${name}/queries`, `${name}/keys`], `${name}/scores`);
    if (mask) scores = graph.node("Add", [scores, mask], `${name}/masked`);
    graph.node("Softmax", [scores], `${name}/attention`, { attributes: { axis: -1 } });
    graph.node("MatMul", [`${name}/attention`, value], `${name}/found`);
    graph.node("Transpose", [`${name}/found`], `${name}/apart`, {
      attributes: { perm: [0, 2, 1, 3] },
    });
    const joined = graph.integers("joined_heads", [0, 0, hiddenSize]);
    graph.node("Reshape", [`${name}/apart`, joined], `${name}/joined`);
    const added = this.linear(`${name}.out_proj`, `${name}/joined`, [hiddenSize, hiddenSize]);
    return this.#addAndNorm(`${name}_layer_norm`, input, added);
  }

  feedForward(name: string, input: string): string {
    const graph = this.#graph;
    const { hiddenSize, innerSize } = this.#shape;
    const inner = this.linear(`${name}.fc1`, input, [hiddenSize, innerSize]);
    graph.node("Sigmoid", [inner], `${name}/sigmoid`);
    graph.node("Mul", [inner, `${name}/sigmoid`], `${name}/swish`);
    const added = this.linear(`${name}.fc2`, `${name}/swish`, [innerSize, hiddenSize]);
    return this.#addAndNorm(`${name}.final_layer_norm`, input, added);
  }

  linear(name: string, input: string, [inputs, outputs]: [number, number]): string {
    const weights = { kind: "random", seed: seedOf(name), spread } as const;
    const product = this.#layers.linear({ name, input, inputs, outputs, weights });
    const bias = this.#layers.floats(
      `${name}.bias`,
      [outputs],
      new Float32Array(outputs).fill(littleBias),
    );
    return this.#graph.node("Add", [product, bias], `${name}/biased`);
  }

  #toHeads(name: string, input: string): string {
    const { hiddenSize, heads } = this.#shape;
    const projected = this.linear(name, input, [hiddenSize, hiddenSize]);
    const apart = this.#graph.integers("heads_apart", [0, 0, heads, hiddenSize / heads]);
    this.#graph.node("Reshape", [projected, apart], `${name}/apart`);
    return this.#graph.node("Transpose", [`${name}/apart`], `${name}/heads`, {
      attributes: { perm: [0, 2, 1, 3] },
    });
  }

  #addAndNorm(name: string, residual: string, added: string): string {
    const { hiddenSize } = this.#shape;
    const ones = new Float32Array(hiddenSize).fill(1);
    this.#graph.node("Add", [residual, added], `${name}/sum`);
    const weight = this.#layers.floats(`${name}.weight`, [hiddenSize], ones);
    const bias = this.#layers.floats(`${name}.bias`, [hiddenSize], new Float32Array(hiddenSize));
    return this.#graph.node("LayerNormalization", [`${name}/sum`, weight, bias], `${name}/output`, {
      attributes: { axis: -1, epsilon: { float: 1e-5 } },
    });
  }

  /** Sines in the first half of the dimensions, cosines in the second, as Marian has them. */
  #addPositions(): void {
    const { hiddenSize, positions } = this.#shape;
    const half = hiddenSize / 2;
    const table = Float32Array.from({ length: positions * hiddenSize }, (_, at) => {
      const dimension = at % hiddenSize;
      const angle = Math.floor(at / hiddenSize) / 1e4 ** ((dimension % half) / half);
      return dimension < half ? Math.sin(angle) : Math.cos(angle);
    });
    this.#layers.floats("positions", [positions, hiddenSize], table);
  }
}

/** The same name has the same weights, on every machine. */
function seedOf(name: string): number {
  return [...name].reduce((hash, sign) => (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0, 7);
}
