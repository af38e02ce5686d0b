import {
  type Bytes,
  bytesOf,
  fieldsOf,
  integer,
  join,
  lengthDelimited,
  type RandomAccess,
  type Span,
} from "./protobuf.ts";

/** Smaller initializers stay in the graph: shapes and scales that optimizers look at. */
const LEAST_WEIGHT_BYTES = 1024;

// Field numbers of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_RAW_DATA = 9;
const TENSOR_EXTERNAL_DATA = 13;
const TENSOR_DATA_LOCATION = 14;
const DATA_LOCATION_EXTERNAL = 1;
const ENTRY_KEY = 1;
const ENTRY_VALUE = 2;

/**
 * A model's graph without its weights: each large initializer names the place in `location`, which
 * is to be the very file that is given, where its bytes lie. ONNX Runtime then takes them one by
 * one; of a whole file it would hold the weights three times over while it loads.
 * @throws RangeError if the file is no protocol buffer, or ends too early.
 */
export function graphWithoutWeights(file: RandomAccess, location: string): Bytes {
  const model = { file, start: 0, end: file.byteLength };
  return join(
    remade(model, MODEL_GRAPH, (graph) =>
      remade(graph, GRAPH_INITIALIZER, (tensor) => pointToWeights(tensor, location)),
    ),
  );
}

/** A message with its fields of one number made anew from their contents, and all others kept. */
function remade(message: Span, number: number, remake: (content: Span) => Bytes[]): Bytes[] {
  return [...fieldsOf(message)].flatMap((field) =>
    field.number === number
      ? lengthDelimited(number, remake(field.content))
      : [bytesOf(field.whole)],
  );
}

function pointToWeights(tensor: Span, location: string): Bytes[] {
  const fields = [...fieldsOf(tensor)];
  const weights = fields.find(({ number }) => number === TENSOR_RAW_DATA)?.content;
  if (!weights || weights.end - weights.start < LEAST_WEIGHT_BYTES) return [bytesOf(tensor)];
  const others = fields.filter(({ number }) => number !== TENSOR_RAW_DATA);
  return [
    ...others.map(({ whole }) => bytesOf(whole)),
    ...externalData("location", location),
    ...externalData("offset", String(weights.start)),
    ...externalData("length", String(weights.end - weights.start)),
    ...integer(TENSOR_DATA_LOCATION, DATA_LOCATION_EXTERNAL),
  ];
}

function externalData(key: string, value: string): Bytes[] {
  const text = new TextEncoder();
  return lengthDelimited(TENSOR_EXTERNAL_DATA, [
    ...lengthDelimited(ENTRY_KEY, [text.encode(key)]),
    ...lengthDelimited(ENTRY_VALUE, [text.encode(value)]),
  ]);
}
