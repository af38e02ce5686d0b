// Just enough of protocol buffers (https://protobuf.dev/programming-guides/encoding/) to take a
// message of any length apart without reading it whole, and to write a message of such parts.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes on the disk that can be read from any place. */
export interface RandomAccess {
  readonly byteLength: number;
  read(offset: number, length: number): Bytes;
}

/** A stretch of a file, from `start` to before `end`. */
export interface Span {
  file: RandomAccess;
  start: number;
  end: number;
}

/** A field of a message; `content` is without its key and, where it has one, its length. */
export interface Field {
  number: number;
  whole: Span;
  content: Span;
}

export function bytesOf({ file, start, end }: Span): Bytes {
  return file.read(start, end - start);
}

/**
 * The fields of a message, in their order.
 * @throws RangeError if the bytes are no message.
 */
export function* fieldsOf({ file, start, end }: Span): Generator<Field> {
  for (let at = start; at < end;) {
    const key = readVarint(file, at);
    const content = { file, ...contentOf(file, { wireType: key.value % 8, at: key.end }) };
    if (content.end > end) throw new RangeError("a field is longer than what holds it");
    yield {
      number: Math.floor(key.value / 8),
      whole: { file, start: at, end: content.end },
      content,
    };
    at = content.end;
  }
}

/** A field that has a length: a message, a text or bytes. */
export function lengthDelimited(number: number, parts: readonly Bytes[]): Bytes[] {
  return [varint(number * 8 + 2), varint(totalBytes(parts)), ...parts];
}

/** A field that is a whole number, not negative. */
export function integer(number: number, value: number): Bytes[] {
  return [varint(number * 8), varint(value)];
}

export function join(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(totalBytes(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function contentOf(file: RandomAccess, { wireType, at }: { wireType: number; at: number }) {
  if (wireType === 0) return { start: at, end: readVarint(file, at).end };
  if (wireType === 1) return { start: at, end: at + 8 };
  if (wireType === 5) return { start: at, end: at + 4 };
  if (wireType !== 2) throw new RangeError(`there is no wire type ${wireType}`);
  const length = readVarint(file, at);
  return { start: length.end, end: length.end + length.value };
}

const MAX_VARINT_BYTES = 10;

/** By multiplication, because places in a file do not fit the 32 bits of bitwise operators. */
function readVarint(file: RandomAccess, at: number): { value: number; end: number } {
  const bytes = file.read(at, Math.max(0, Math.min(MAX_VARINT_BYTES, file.byteLength - at)));
  let value = 0;
  for (const [index, byte] of bytes.entries()) {
    value += (byte % 128) * 128 ** index;
    if (byte < 128) return { value, end: at + index + 1 };
  }
  throw new RangeError("a number has no end");
}

function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}

function totalBytes(parts: readonly Bytes[]): number {
  return parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
