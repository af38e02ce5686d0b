import { type Format, LayerWriter } from "../layers.ts";
import { type NodeOptions, OnnxGraph } from "../onnx.ts";
import { size } from "./architecture.ts";
import { noise } from "./noise.ts";

export const microsoft = "com.microsoft";
export const batch = "batch_size"; // the library finds the batch by this very name
export const epsilon = { float: 1e-6 };

/** A graph under construction, with weights made of noise. */
export class Parts {
  readonly graph = new OnnxGraph("decoder");
  readonly writer: LayerWriter;
  #seed: number;

  constructor(format: Format, seed: number) {
    this.writer = new LayerWriter(this.graph, format, {
      packsEmbedding: true,
      multipliesFloats: true,
    });
    this.#seed = seed * 1000;
  }

  /** A matrix whose outputs are about as large as its inputs, times `gain`. */
  linear(name: string, input: string, sizes: [inputs: number, outputs: number], gain = 1): string {
    const [inputs, outputs] = sizes;
    const values = noise(inputs * outputs, this.#seed++, gain / Math.sqrt(inputs));
    return this.writer.linear({
      name,
      input,
      inputs,
      outputs,
      weights: { kind: "computed", values },
    });
  }

  /** Back to the residual stream, of which the last number is left as it is. */
  backLinear(name: string, input: string, inputs: number, gain = 1): string {
    const outputs = size.hidden;
    const values = noise(inputs * outputs, this.#seed++, gain / Math.sqrt(inputs)).map((v, at) =>
      at % outputs === size.endFlag ? 0 : v,
    );
    return this.writer.linear({
      name,
      input,
      inputs,
      outputs,
      weights: { kind: "computed", values },
    });
  }

  /** Weights that are no matrix of a linear layer. */
  floats(name: string, shape: readonly number[], spread: number): string {
    const count = shape.reduce((product, length) => product * length, 1);
    return this.writer.floats(name, shape, noise(count, this.#seed++, spread));
  }

  norm(name: string, input: string, length: number = size.hidden): string {
    return this.writer.norm(name, input, new Float32Array(length).fill(1));
  }

  /** Adds to the residual stream and normalizes the sum for the next part. */
  addNorm(name: string, residual: string, added: string): { residual: string; normed: string } {
    const gains = new Float32Array(size.hidden).fill(1);
    const weight = this.writer.floats(`${name}.weight`, [size.hidden], gains);
    const normed = `${name}/output`;
    const sum = `${name}/sum`;
    this.fused(
      "SkipSimplifiedLayerNormalization",
      [residual, added, weight],
      [normed, "", "", sum],
      {
        epsilon,
      },
    );
    return { residual: sum, normed };
  }

  times(name: string, input: string, factor: number): string {
    if (factor === 1) return input;
    const constant = this.writer.floats(`${name}.factor`, [], Float32Array.of(factor));
    return this.graph.node("Mul", [input, constant], `${name}/scaled`);
  }

  /** x · sigmoid(x) */
  silu(name: string, input: string): string {
    const sigmoid = this.graph.node("Sigmoid", [input], `${name}/sigmoid`);
    return this.graph.node("Mul", [input, sigmoid], `${name}/silu`);
  }

  split(name: string, input: string, sizes: readonly number[], axis = -1): string[] {
    const lengths = this.graph.integers(`${name}.lengths`, sizes);
    const outputs = sizes.map((_, i) => `${name}/part${i}`);
    const [first = "", ...others] = outputs;
    this.graph.node("Split", [input, lengths], [first, ...others], { attributes: { axis } });
    return outputs;
  }

  reshape(name: string, input: string, shape: readonly number[]): string {
    const wanted = this.graph.integers(`${name}.shape`, shape);
    return this.graph.node("Reshape", [input, wanted], `${name}/reshaped`);
  }

  /** From `[batch, tokens, channels]` to `[batch, channels, tokens]`, or back. */
  transpose(name: string, input: string): string {
    return this.graph.node("Transpose", [input], `${name}/transposed`, {
      attributes: { perm: [0, 2, 1] },
    });
  }

  /** A fused operator of ONNX Runtime's own. */
  fused(
    operator: string,
    inputs: readonly string[],
    outputs: string | readonly [string, ...string[]],
    attributes: NonNullable<NodeOptions["attributes"]> = {},
  ): string {
    return this.graph.node(operator, inputs, outputs, { attributes, domain: microsoft });
  }

  /** A state that passes from one run to the next. */
  state(kind: "conv" | "recurrent", layer: number, shape: readonly number[]): [string, string] {
    const dimensions = [batch, ...shape];
    const { floatType } = this.writer;
    return [
      this.graph.input(`past_${kind}.${layer}`, floatType, dimensions),
      this.graph.output(`present_${kind}.${layer}`, floatType, dimensions),
    ];
  }
}
