import { closeSync, openSync, writeSync } from "node:fs";

/** Bytes made only while they are written, so that a model of any size needs little memory. */
export interface LazyBytes {
  readonly byteLength: number;
  chunks(): Iterable<Uint8Array>;
}

export type Bytes = Uint8Array | LazyBytes;

// https://protobuf.dev/programming-guides/encoding/#structure
const wire = { varint: 0, lengthDelimited: 2, fixed32: 5 } as const;

/** One protobuf message, built field by field in the order in which it is written. */
export class Message {
  byteLength = 0;
  readonly #parts: Bytes[] = [];

  integer(field: number, value: number | bigint): this {
    this.#tag(field, wire.varint);
    return this.#append(encodeVarint(BigInt(value)));
  }

  float(field: number, value: number): this {
    this.#tag(field, wire.fixed32);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#append(bytes);
  }

  bytes(field: number, value: Bytes): this {
    this.#tag(field, wire.lengthDelimited);
    this.#append(encodeVarint(BigInt(value.byteLength)));
    return this.#append(value);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: Message): this {
    this.#tag(field, wire.lengthDelimited);
    this.#append(encodeVarint(BigInt(value.byteLength)));
    for (const part of value.#parts) this.#append(part);
    return this;
  }

  *chunks(): Iterable<Uint8Array> {
    for (const part of this.#parts) {
      if (part instanceof Uint8Array) yield part;
      else yield* part.chunks();
    }
  }

  #tag(field: number, wireType: number): void {
    this.#append(encodeVarint(BigInt(field * 8 + wireType)));
  }

  #append(part: Bytes): this {
    this.#parts.push(part);
    this.byteLength += part.byteLength;
    return this;
  }
}

/** Writes a message to a file, piece by piece. */
export function writeMessage(path: string, message: Message): void {
  const file = openSync(path, "w");
  try {
    for (const chunk of message.chunks()) writeFully(file, chunk);
  } finally {
    closeSync(file);
  }
}

function writeFully(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength;)
    written += writeSync(file, bytes, written, bytes.byteLength - written);
}

/** Negative numbers take ten bytes, as two's complement of 64 bits. */
function encodeVarint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
