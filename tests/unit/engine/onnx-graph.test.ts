import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { graphWithoutWeights } from "../../../lib/engine/onnx-graph.ts";
import { bytesOf, fieldsOf, type RandomAccess, type Span } from "../../../lib/engine/protobuf.ts";

const file = join(
  import.meta.dirname,
  "../../fixtures/models/copy-qwen3/onnx/model_quantized.onnx",
);
const model = readFileSync(file);

function inMemory(bytes: Uint8Array): RandomAccess {
  return {
    byteLength: bytes.byteLength,
    read: (offset, length) => Uint8Array.from(bytes.subarray(offset, offset + length)),
  };
}

/** The contents of a message's fields of one number. */
function contents(message: Span, number: number): Span[] {
  return [...fieldsOf(message)].filter((field) => field.number === number).map((f) => f.content);
}

function initializersOf(bytes: Uint8Array): Span[] {
  const whole = { file: inMemory(bytes), start: 0, end: bytes.byteLength };
  return contents(whole, 7).flatMap((graph) => contents(graph, 5));
}

const text = (span: Span) => new TextDecoder().decode(bytesOf(span));

/** `{ location, offset, length }` of an initializer whose bytes lie elsewhere. */
function externalData(tensor: Span): Record<string, string> {
  const entries = contents(tensor, 13).map((entry) => {
    const [key = "", value = ""] = [...contents(entry, 1), ...contents(entry, 2)].map(text);
    return [key, value];
  });
  return Object.fromEntries(entries);
}

const graph = graphWithoutWeights(inMemory(model), "model_quantized.onnx");

test("the graph that is left holds no weights", () => {
  expect(graph.byteLength).toBeLessThan(model.byteLength / 10);
});

test("each weight is found again, byte for byte, where the graph says", () => {
  const before = initializersOf(model);
  const after = initializersOf(graph);
  expect(after).toHaveLength(before.length);
  const moved = after.flatMap((tensor, index) => {
    const { location, offset, length } = externalData(tensor);
    if (location === undefined) return [];
    const [weights] = contents(before[index] ?? tensor, 9).map(bytesOf);
    const start = Number(offset);
    expect(location).toBe("model_quantized.onnx");
    expect(Buffer.compare(model.subarray(start, start + Number(length)), weights ?? graph)).toBe(0);
    return [index];
  });
  expect(moved.length).toBeGreaterThan(10);
});

test("small initializers, which optimizers look at, stay in the graph", () => {
  const before = initializersOf(model).filter((tensor) => contents(tensor, 9).some(isSmall));
  const after = initializersOf(graph).filter((tensor) => contents(tensor, 9).some(isSmall));
  expect(after.map((tensor) => Buffer.from(bytesOf(tensor)).toString("hex"))).toEqual(
    before.map((tensor) => Buffer.from(bytesOf(tensor)).toString("hex")),
  );
  expect(after.length).toBeGreaterThan(0);
});

function isSmall({ start, end }: Span): boolean {
  return end - start < 1024;
}

test.each([
  ["a file cut short", model.subarray(0, model.byteLength - 1)],
  ["a page of a network's", new TextEncoder().encode("<!doctype html><title>Sign in</title>")],
])("%s is refused", (_, bytes) => {
  expect(() => graphWithoutWeights(inMemory(bytes), "x")).toThrow(RangeError);
});
