import { gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";
import { answer } from "./answer.ts";
import { portalPage } from "./answers.ts";
import type { Harm } from "./faults.ts";

/** What a harm may put in an answer's place. */
export interface Instead {
  /** The whole file that was asked for. */
  whole: Buffer;
  /** Another file of the model, or this one in another commit. */
  other(other: { path?: string; commit?: string }): Buffer;
}

/** An answer with a harm done to it. */
export function doHarm(told: Answer, harm: Harm, instead: Instead): Answer {
  switch (harm.kind) {
    case "status":
      return failed(told, harm);
    case "portal":
      return withShown(told, portalPage());
    case "breaks-off":
      return { ...told, breaksOff: { afterBytes: harm.atByte - told.firstByte, how: harm.how } };
    case "truncated":
      return truncated(told, harm.atByte - told.firstByte, harm.framing);
    case "flipped":
      return { ...told, body: flipped(told.body, harm.atByte - told.firstByte, harm.bit) };
    case "longer":
      return { ...told, body: Buffer.concat([told.body, Buffer.alloc(harm.moreBytes, 7)]) };
    case "swapped":
      return swapped(told, instead.other(harm));
    case "range-ignored":
      return { ...told, status: 200, headers: without(told, "content-range"), body: instead.whole };
    case "wrong-range":
      return shifted(told, instead.whole, harm);
    case "wrong-size":
      return withSize(told, harm.sizeBytes);
    case "expired":
      return withHeader(told, "location", expired(told.headers["location"] ?? ""));
    case "redirect":
      return { ...withHeader(told, "location", harm.to), status: 302 };
    case "header":
      return withHeader(told, harm.name, harm.value);
    case "rewritten":
      return { ...told, body: Buffer.from(harm.rewrite(told.body.toString())) };
  }
}

/** An error; `hidden` as a proxy gives it, without the leave that pages need to see it. */
function failed(told: Answer, harm: Extract<Harm, { kind: "status" }>): Answer {
  const wait = harm.retryAfterS === undefined ? {} : { "retry-after": String(harm.retryAfterS) };
  const size = harm.status === 416 ? { "content-range": `bytes */${told.firstByte}` } : {};
  const error = answer(harm.status, { ...wait, ...size, "content-type": "text/plain" }, "Sorry");
  return harm.hidden ? error : withShown(told, error);
}

/** Another answer, which pages may see as they might see the one that was told. */
function withShown(told: Answer, other: Answer): Answer {
  const shown = Object.entries(told.headers).filter(([name]) => name.startsWith("access-control-"));
  return { ...other, headers: { ...Object.fromEntries(shown), ...other.headers } };
}

/** A shorter body that nothing betrays but its length. */
function truncated(told: Answer, bytes: number, framing: "length" | "chunked" | "close" | "gzip") {
  const body = told.body.subarray(0, bytes);
  if (framing !== "gzip") return { ...told, body, framing };
  const packed = gzipSync(told.body);
  const part = packed.subarray(0, Math.floor((packed.length * bytes) / (told.body.length || 1)));
  return { ...withHeader(told, "content-encoding", "gzip"), body: part, framing: "close" as const };
}

function flipped(body: Buffer, atByte: number, bit: number): Buffer {
  const copy = Buffer.from(body);
  copy.writeUInt8(copy.readUInt8(atByte) ^ (1 << bit), atByte);
  return copy;
}

/** The same part of another file: all that is told of it is true of that file. */
function swapped(told: Answer, other: Buffer): Answer {
  if (told.status !== 206) return { ...told, body: other };
  const body = other.subarray(told.firstByte, told.firstByte + told.body.length);
  return withRange({ ...told, body }, told.firstByte, other.length);
}

function shifted(told: Answer, whole: Buffer, harm: { shiftBytes: number; told: boolean }): Answer {
  const first = Math.max(0, told.firstByte + harm.shiftBytes);
  const body = whole.subarray(first, first + told.body.length);
  return harm.told && told.status === 206
    ? withRange({ ...told, body }, first, whole.length)
    : { ...told, body };
}

function withRange(told: Answer, first: number, sizeBytes: number): Answer {
  const last = first + told.body.length - 1;
  return withHeader(told, "content-range", `bytes ${first}-${last}/${sizeBytes}`);
}

function withSize(told: Answer, sizeBytes: number): Answer {
  const range = told.headers["content-range"]?.replace(/\/\d+$/, `/${sizeBytes}`);
  return range === undefined ? told : withHeader(told, "content-range", range);
}

function withHeader(told: Answer, name: string, value: string): Answer {
  return { ...told, headers: { ...told.headers, [name]: value } };
}

function without(told: Answer, name: string) {
  return Object.fromEntries(Object.entries(told.headers).filter(([other]) => other !== name));
}

function expired(address: string): string {
  return address.replace(/Expires=\d+/, "Expires=1700000000");
}
