/**
 * Builds the networks by which Sotto measures a machine before a model is fetched for it. They are
 * made of the operators of a real model but for its attention. Every weight of a tensor is the same, so that the runtime makes them as it loads and
 * the files stay small; what a pass costs does not depend on their values.
 */
import { join } from "node:path";
import { speedProbeShape } from "../../lib/engine/speed-probe-shape.ts";
import { type Format, LayerWriter } from "./layers.ts";
import { type ElementType, OnnxGraph } from "./onnx.ts";
import { type Bytes, type Message, writeMessage } from "./protobuf.ts";

const { hiddenSize, intermediateSize, layers } = speedProbeShape;
const formats: readonly Format[] = ["q8", "q4", "q4f16"];

/** Writes `speed-probe-<format>.onnx` for every format that models are fetched in. */
export function buildSpeedProbes(folder: string): void {
  for (const format of formats)
    writeMessage(join(folder, `speed-probe-${format}.onnx`), buildSpeedProbe(format));
}

function buildSpeedProbe(format: Format): Message {
  const graph = new RepeatingGraph("speed-probe");
  const writer = new LayerWriter(graph, format);
  graph.input("tokens", "float32", ["tokens", hiddenSize]);
  graph.output("result", "float32", ["tokens", hiddenSize]);
  const to = writer.floatType === "float16" ? 10 : 1;
  let values = graph.node("Cast", ["tokens"], "embedded", { attributes: { to } });
  for (let layer = 0; layer < layers; layer++) values = addLayer(writer, `layers.${layer}`, values);
  graph.node("Cast", [values], "result", { attributes: { to: 1 } });
  return graph.toModel();
}

function addLayer(writer: LayerWriter, name: string, input: string): string {
  const { graph } = writer;
  const linear = (part: string, input: string, inputs: number, outputs: number) =>
    writer.linear({ name: `${name}.${part}`, input, inputs, outputs, weights });
  const norm = (part: string, input: string) =>
    writer.norm(`${name}.${part}`, input, new Float32Array(hiddenSize).fill(1));
  const query = linear("q_proj", norm("input", input), hiddenSize, hiddenSize);
  const attended = linear("o_proj", query, hiddenSize, hiddenSize);
  const normed = norm("post_attention", attended);
  const gate = linear("gate_proj", normed, hiddenSize, intermediateSize);
  const up = linear("up_proj", normed, hiddenSize, intermediateSize);
  graph.node("Sigmoid", [gate], `${name}.sigmoid`);
  graph.node("Mul", [gate, `${name}.sigmoid`], `${name}.silu`);
  const inner = graph.node("Mul", [`${name}.silu`, up], `${name}.inner`);
  return linear("down_proj", inner, intermediateSize, hiddenSize);
}

const weights = { kind: "random", seed: 1, spread: 0.03 } as const;

/** A graph that stores one element of each large tensor and repeats it when it is loaded. */
class RepeatingGraph extends OnnxGraph {
  override initializer(
    name: string,
    type: ElementType,
    shape: readonly number[],
    data: Bytes,
  ): string {
    const count = shape.reduce((product, size) => product * size, 1);
    if (count < 64) return super.initializer(name, type, shape, data);
    const bytes = firstBytes(data, data.byteLength / count);
    const element = super.initializer(`${name}.element`, type, [1], bytes);
    return this.node("Expand", [element, this.integers(`${name}.shape`, shape)], name);
  }
}

function firstBytes(data: Bytes, count: number): Uint8Array {
  if (data instanceof Uint8Array) return data.slice(0, count);
  for (const chunk of data.chunks()) return chunk.slice(0, count);
  throw new Error("a tensor without elements");
}
