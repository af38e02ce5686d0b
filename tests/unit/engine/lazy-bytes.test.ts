import { expect, test } from "vitest";
import { LazyBytes } from "../../../lib/engine/lazy-bytes.ts";

/** A file of so many bytes, each of them told by its place; counts the longest single read. */
function fileOf(byteLength: number) {
  const file = {
    byteLength,
    longestRead: 0,
    readInto(target: Uint8Array, offset: number) {
      file.longestRead = Math.max(file.longestRead, target.byteLength);
      for (let at = 0; at < target.byteLength; at++) target[at] = byteAt(offset + at);
    },
  };
  return file;
}

const byteAt = (place: number) => (place * 31 + (place >> 16)) % 256;

test("passes for an array of the file's bytes", () => {
  const bytes = new LazyBytes(fileOf(1000));
  expect(bytes).toBeInstanceOf(Uint8Array);
  expect(bytes.byteLength).toBe(1000);
});

test.each([
  ["a small weight", 700, 900],
  ["a weight longer than the window it is read through", 5, 20_000_005],
])("gives %s byte for byte", (_, begin, end) => {
  const file = fileOf(20_000_010);
  const weight = new LazyBytes(file).subarray(begin, end);
  expect(weight.byteLength).toBe(end - begin);
  expect(weight.every((byte, at) => byte === byteAt(begin + at))).toBe(true);
  expect(file.longestRead).toBeLessThanOrEqual(2 ** 23);
});

test("frees a large weight when the next one is asked for", () => {
  const bytes = new LazyBytes(fileOf(20_000_000));
  const large = bytes.subarray(0, 20_000_000);
  bytes.subarray(0, 1);
  expect(large.byteLength).toBe(0);
});
