import { createHash } from "node:crypto";
import { vi } from "vitest";

/** One request for a file, as a hub sees it. */
export interface FileRequest {
  path: string;
  fromByte: number;
  /** Which request for this file it is, from 1. */
  time: number;
}

/** What a hub does in place of answering a request well; `undefined` to answer it well. */
export type Answers = (request: FileRequest) => Response | Promise<Response> | undefined;

/**
 * A hub in this realm: the listing of one model and its files, by ranges. Large files are listed
 * with their SHA-256, small ones with what git calls them. `served` are the parts that it was asked
 * for.
 */
export function fileHub(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  answers: Answers = () => undefined,
): { served: FileRequest[]; listings: () => number } {
  const served: FileRequest[] = [];
  let listings = 0;
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    const { pathname } = new URL(address);
    if (pathname.includes("/revision/")) return Response.json({ sha: "c".repeat(40) });
    if (pathname.includes("/tree/")) {
      listings++;
      return Response.json(Object.entries(files).map(([path, bytes]) => entry(path, bytes)));
    }
    const path = pathname.replace(/^\/.*\/resolve\/[^/]+\//, "");
    const range = new Headers(init?.headers).get("range") ?? "";
    const fromByte = Number(/^bytes=(\d+)-$/.exec(range)?.[1]);
    const time = 1 + served.filter((before) => before.path === path).length;
    served.push({ path, fromByte, time });
    const bytes = files[path];
    return answers({ path, fromByte, time }) ?? (bytes ? part(bytes, fromByte) : gone());
  });
  const scope = new EventTarget();
  vi.stubGlobal("addEventListener", scope.addEventListener.bind(scope));
  return { served, listings: () => listings };
}

/** A part of a file, up to its end or to `endByte`, where the connection then breaks. */
export function part(
  bytes: Uint8Array<ArrayBuffer>,
  fromByte: number,
  endByte = bytes.length,
): Response {
  let at = fromByte;
  const body = new ReadableStream({
    pull(controller) {
      if (at < endByte) controller.enqueue(bytes.slice(at, Math.min(at + 3_000_017, endByte)));
      else if (endByte < bytes.length) controller.error(new TypeError("network error"));
      else controller.close();
      at += 3_000_017;
    },
  });
  const range = `bytes ${fromByte}-${bytes.length - 1}/${bytes.length}`;
  return new Response(body, { status: 206, headers: { "content-range": range } });
}

function entry(path: string, bytes: Uint8Array) {
  const blob = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  const lfs = { oid: createHash("sha256").update(bytes).digest("hex"), size: bytes.length };
  const isLarge = path.endsWith(".onnx");
  return { type: "file", path, size: bytes.length, oid: blob, ...(isLarge ? { lfs } : {}) };
}

function gone(): Response {
  return new Response("Entry not found", { status: 404 });
}
