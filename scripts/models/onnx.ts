/**
 * Writes ONNX models. The field numbers are those of `onnx.proto` (ONNX 1.17, IR version 10):
 * https://github.com/onnx/onnx/blob/v1.17.0/onnx/onnx.proto
 */
import { type Bytes, Message } from "./protobuf.ts";

/** `TensorProto.DataType` */
export const elementType = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
} as const;
export type ElementType = keyof typeof elementType;

/** A fixed size or the name of one that is known when the model runs. */
export type Dimension = number | string;

/** A plain number is an integer attribute; floats say so, because 1 may be either. */
export type Attribute =
  number | string | readonly number[] | { readonly float: number } | { readonly graph: OnnxGraph };

export interface NodeOptions {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: "" | "com.microsoft";
}

/** `AttributeProto.AttributeType` */
const attributeType = { float: 1, integer: 2, text: 3, graph: 5, integers: 7 } as const;

/** A graph under construction. Values are known by their names, as in ONNX itself. */
export class OnnxGraph {
  readonly #name: string;
  readonly #nodes: Message[] = [];
  readonly #initializers: Message[] = [];
  readonly #inputs: Message[] = [];
  readonly #outputs: Message[] = [];
  readonly #around: OnnxGraph | null;
  readonly #constants = new Set<string>();

  /** @param around For a branch of an `If`: the graph that keeps its constants, for both branches. */
  constructor(name: string, around: OnnxGraph | null = null) {
    this.#name = name;
    this.#around = around;
  }

  /** Adds an operator and returns the name of its first output. Unused outputs are named "". */
  node(
    operator: string,
    inputs: readonly string[],
    outputs: string | readonly [string, ...string[]],
    { attributes = {}, domain = "" }: NodeOptions = {},
  ): string {
    const names = typeof outputs === "string" ? ([outputs] as const) : outputs;
    const node = new Message();
    for (const input of inputs) node.text(1, input);
    for (const output of names) node.text(2, output);
    node.text(3, `${names[0]}/${operator}`).text(4, operator);
    for (const [name, value] of Object.entries(attributes))
      node.message(5, encodeAttribute(name, value));
    if (domain) node.text(7, domain);
    this.#nodes.push(node);
    return names[0];
  }

  /**
   * Adds a constant, given as the raw little-endian bytes of its elements, unless there is one of
   * that name; returns its name.
   */
  initializer(name: string, type: ElementType, shape: readonly number[], data: Bytes): string {
    if (this.#around) return this.#around.initializer(name, type, shape, data);
    if (this.#constants.has(name)) return name;
    this.#constants.add(name);
    const tensor = new Message();
    for (const size of shape) tensor.integer(1, size);
    tensor.integer(2, elementType[type]).text(8, name).bytes(9, data);
    this.#initializers.push(tensor);
    return name;
  }

  /** Adds a constant of 64-bit integers: a list, or a single one without dimensions. */
  integers(name: string, values: number | bigint | readonly (number | bigint)[]): string {
    const list = [values].flat();
    const data = new Uint8Array(BigInt64Array.from(list, BigInt).buffer);
    return this.initializer(name, "int64", Array.isArray(values) ? [list.length] : [], data);
  }

  input(name: string, type: ElementType, shape: readonly Dimension[]): string {
    this.#inputs.push(encodeValue(name, type, shape));
    return name;
  }

  output(name: string, type: ElementType, shape: readonly Dimension[]): string {
    this.#outputs.push(encodeValue(name, type, shape));
    return name;
  }

  /** The graph as a complete model, ready to be written to a file. */
  toModel(): Message {
    return new Message()
      .integer(1, 10)
      .text(2, "sotto")
      .message(7, this.toMessage())
      .message(8, new Message().text(1, "").integer(2, 21))
      .message(8, new Message().text(1, "com.microsoft").integer(2, 1));
  }

  /** `GraphProto`, also for graphs inside an `If`. */
  toMessage(): Message {
    const graph = new Message();
    for (const node of this.#nodes) graph.message(1, node);
    graph.text(2, this.#name);
    for (const tensor of this.#initializers) graph.message(5, tensor);
    for (const input of this.#inputs) graph.message(11, input);
    for (const output of this.#outputs) graph.message(12, output);
    return graph;
  }
}

function encodeAttribute(name: string, value: Attribute): Message {
  const attribute = new Message().text(1, name);
  if (typeof value === "number")
    return attribute.integer(3, value).integer(20, attributeType.integer);
  if (typeof value === "string") return attribute.text(4, value).integer(20, attributeType.text);
  if (isList(value)) {
    for (const item of value) attribute.integer(8, item);
    return attribute.integer(20, attributeType.integers);
  }
  if ("graph" in value)
    return attribute.message(6, value.graph.toMessage()).integer(20, attributeType.graph);
  return attribute.float(2, value.float).integer(20, attributeType.float);
}

// `Array.isArray` does not rule out read-only lists in the type of what is left.
function isList(value: Attribute): value is readonly number[] {
  return Array.isArray(value);
}

/** `ValueInfoProto`: a name, an element type and a shape. */
function encodeValue(name: string, type: ElementType, dimensions: readonly Dimension[]): Message {
  const shape = new Message();
  for (const size of dimensions) {
    const dimension = new Message();
    shape.message(
      1,
      typeof size === "string" ? dimension.text(2, size) : dimension.integer(1, size),
    );
  }
  const tensor = new Message().integer(1, elementType[type]).message(2, shape);
  return new Message().text(1, name).message(2, new Message().message(1, tensor));
}
