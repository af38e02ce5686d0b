import type { LazyBytes } from "./protobuf.ts";

/**
 * The weights of a linear layer: computed values, row by row (one row an input, one column an
 * output), or reproducible noise about as large as `spread`, of which no value is ever kept.
 */
export type Weights =
  | { readonly kind: "computed"; readonly values: Float32Array }
  | { readonly kind: "random"; readonly seed: number; readonly spread: number };

/** A matrix of computed weights that starts as zeros. */
export class Matrix {
  readonly values: Float32Array;
  readonly #columns: number;

  constructor(rows: number, columns: number) {
    this.values = new Float32Array(rows * columns);
    this.#columns = columns;
  }

  set(row: number, column: number, value: number): void {
    this.values[row * this.#columns + column] = value;
  }

  toWeights(): Weights {
    return { kind: "computed", values: this.values };
  }
}

const poolBytes = 1 << 20;
const pool = fillPool();

/** Bytes that look random and are the same on every machine. */
export function randomBytes(byteLength: number, seed: number): LazyBytes {
  return {
    byteLength,
    *chunks() {
      // One pool serves all tensors; the seed is the point in it where a tensor starts.
      let start = (Math.imul(seed, 0x9e3779b1) >>> 0) % poolBytes;
      for (let rest = byteLength; rest > 0;) {
        const chunk = pool.subarray(start, start + Math.min(rest, poolBytes - start));
        yield chunk;
        rest -= chunk.byteLength;
        start = 0;
      }
    },
  };
}

/** Floats within ±`spread`, with the same promise. */
export function randomFloats(count: number, seed: number, spread: number): LazyBytes {
  return {
    byteLength: count * 4,
    *chunks() {
      for (const bytes of randomBytes(count, seed).chunks()) {
        const floats = Float32Array.from(bytes, (byte) => (byte / 127.5 - 1) * spread);
        yield new Uint8Array(floats.buffer);
      }
    },
  };
}

/** Marsaglia's 32-bit xorshift, of which the middle bits are taken. */
function fillPool(): Uint8Array {
  const bytes = new Uint8Array(poolBytes);
  let state = 2463534242;
  for (let i = 0; i < poolBytes; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state >>> 9;
  }
  return bytes;
}
