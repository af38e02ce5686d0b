import type { IncomingMessage } from "node:http";

/** An answer of the hub's, before it goes out. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Which byte of the file the body begins with. */
  firstByte: number;
  /** How the length of the body is told. */
  framing: "length" | "chunked" | "close";
  /** Where the connection fails the body, as bytes of it; null where it does not. */
  breaksOff: { afterBytes: number; how: "end" | "reset" | "silence" } | null;
}

/** An answer that goes out as it is. */
export function answer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string,
): Answer {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return { status, headers, body: bytes, firstByte: 0, framing: "length", breaksOff: null };
}

/** The part of a file that a request asks for with `Range`, or all of it. */
export function ranged(
  request: IncomingMessage,
  headers: Readonly<Record<string, string>>,
  bytes: Buffer,
): Answer {
  const range = parseRange(request.headers.range, bytes.length);
  const all = { "accept-ranges": "bytes", ...headers };
  if (range === "all") return answer(200, all, bytes);
  if (range === "beyond") {
    const unsatisfied = {
      "content-type": "text/plain",
      "content-range": `bytes */${bytes.length}`,
    };
    return answer(416, { ...all, ...unsatisfied }, "");
  }
  const { first, last } = range;
  const part = { "content-range": `bytes ${first}-${last}/${bytes.length}` };
  const body = bytes.subarray(first, last + 1);
  return { ...answer(206, { ...all, ...part }, body), firstByte: first };
}

/** One range is what the hub serves; anything else counts as asking for everything. */
function parseRange(
  header: string | undefined,
  sizeBytes: number,
): { first: number; last: number } | "all" | "beyond" {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return "all";
  const first = from === "" ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  return first > last ? "beyond" : { first, last };
}
