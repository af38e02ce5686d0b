import { request as httpsRequest } from "node:https";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hubHosts, PlayedHub } from "../e2e/played-hub.ts";
import type { Harm } from "../e2e/played-hub/faults.ts";
import { hubModel, readFolder, sha256 } from "../e2e/played-hub/hub-model.ts";

const folder = join(import.meta.dirname, "../fixtures/models/copy-qwen3");
const files = readFolder(folder);
const id = "example/model";
const weights = "onnx/model_quantized.onnx";
const bytes = files[weights] ?? Buffer.alloc(0);
const { commit } = hubModel(id, files);

let hub: PlayedHub;
let port: number;

beforeEach(async () => {
  hub = new PlayedHub(hubModel(id, files));
  port = await hub.listen();
});
afterEach(() => hub.close());

describe("the played hub answers as the real one", () => {
  test("lists files with their sizes, large ones with their SHA-256", async () => {
    const { body } = await get(`https://huggingface.co/api/models/${id}/tree/main?recursive=true`);
    const tree: unknown[] = JSON.parse(body.toString());
    expect(tree).toContainEqual(
      expect.objectContaining({
        path: weights,
        size: bytes.length,
        lfs: { oid: sha256(bytes), size: bytes.length, pointerSize: 132 },
      }),
    );
    expect(tree).toContainEqual({
      type: "file",
      path: "config.json",
      size: files["config.json"]?.length,
      oid: "d467b9016168c637debd2cb4afbe051374c5e4f8", // what `git hash-object` says
    });
  });

  test("sends on to its store for a large file, and tells the hash on the way", async () => {
    const { status, headers, body } = await get(resolve(weights));
    expect(status).toBe(302);
    expect(headers["x-repo-commit"]).toBe(commit);
    expect(headers["x-linked-etag"]).toBe(`"${sha256(bytes)}"`);
    expect(headers["x-linked-size"]).toBe(String(bytes.length));
    expect(new URL(headers.location ?? "").hostname).toBe(hubHosts[1]);
    expect(body.toString()).toContain("Redirecting");
    const stored = await get(headers.location ?? "");
    expect(stored.status).toBe(200);
    expect(stored.body.equals(bytes)).toBe(true);
    expect(hub.served()).toEqual([
      { modelId: id, path: weights, firstByte: 0, bytes: bytes.length },
    ]);
  });

  test("sends on to its cache for a small file, at the commit", async () => {
    const { status, headers } = await get(resolve("config.json"));
    expect(status).toBe(307);
    expect(headers.location).toContain(`/api/resolve-cache/models/${id}/${commit}/config.json?`);
    const cached = await get(`https://huggingface.co${headers.location}`);
    expect(cached.body.equals(files["config.json"] ?? Buffer.alloc(0))).toBe(true);
  });

  test.each([
    ["bytes=10-19", 206, `bytes 10-19/${bytes.length}`, bytes.subarray(10, 20)],
    ["bytes=1249960-", 206, `bytes 1249960-1249965/${bytes.length}`, bytes.subarray(-6)],
    ["bytes=0-99999999", 206, `bytes 0-1249965/${bytes.length}`, bytes],
    ["bytes=1249966-", 416, `bytes */${bytes.length}`, Buffer.alloc(0)],
  ])("serves %s", async (range, status, told, part) => {
    const { headers } = await get(resolve(weights));
    const answer = await get(headers.location ?? "", { range });
    expect(answer.status).toBe(status);
    expect(answer.headers["content-range"]).toBe(told);
    expect(answer.body.equals(part)).toBe(true);
  });

  test("refuses an address whose time is over", async () => {
    hub.addressValidS = -1;
    const { headers } = await get(resolve(weights));
    expect((await get(headers.location ?? "")).status).toBe(403);
  });

  test("knows no other commit than the one it has", async () => {
    const other = "0".repeat(40);
    expect((await get(`https://huggingface.co/${id}/resolve/${other}/${weights}`)).status).toBe(
      404,
    );
    expect((await get(`https://huggingface.co/no/model/resolve/main/${weights}`)).status).toBe(401);
  });
});

describe("told to do wrong, the played hub", () => {
  test("truncates in ways that nothing betrays but the length", async () => {
    for (const framing of ["length", "chunked", "close"] as const) {
      const { status, body } = await harmed({ kind: "truncated", atByte: 1000, framing });
      expect([status, body.equals(bytes.subarray(0, 1000))]).toEqual([200, true]);
    }
  });

  test("cuts a gzipped body inside the gzip", async () => {
    const harm: Harm = { kind: "truncated", atByte: 600_000, framing: "gzip" };
    const { headers, body } = await harmed(harm);
    expect(headers["content-encoding"]).toBe("gzip");
    expect(() => gunzipSync(body)).toThrow("unexpected end of file");
  });

  test("breaks connections off by ending and by resetting them", async () => {
    await expect(harmed({ kind: "breaks-off", atByte: 1000, how: "end" })).rejects.toThrow();
    await expect(harmed({ kind: "breaks-off", atByte: 1000, how: "reset" })).rejects.toThrow(
      /ECONNRESET|aborted/,
    );
  });

  test("flips one bit", async () => {
    const { body } = await harmed({ kind: "flipped", atByte: 77, bit: 3 });
    const wrong = [...body.keys()].filter((at) => body[at] !== bytes[at]);
    expect(wrong).toEqual([77]);
  });

  test("strikes as often as it was told, and only answers that hold the byte", async () => {
    const harm: Harm = { kind: "flipped", atByte: 500, bit: 0 };
    hub.fail({ room: "bytes", path: weights, skip: 1, times: 1, harm });
    const { headers } = await get(resolve(weights));
    const wrong = async (range: string) => {
      const { body } = await get(headers.location ?? "", { range });
      return !body.equals(bytes.subarray(...rangeOf(range)));
    };
    expect(await wrong("bytes=0-499")).toBe(false);
    expect(await wrong("bytes=500-600")).toBe(false); // the first that holds it
    expect(await wrong("bytes=400-500")).toBe(true);
    expect(await wrong("bytes=400-500")).toBe(false);
  });
});

function rangeOf(range: string): [number, number] {
  const [, first, last] = /(\d+)-(\d+)/.exec(range) ?? [];
  return [Number(first), Number(last) + 1];
}

function resolve(path: string): string {
  return `https://huggingface.co/${id}/resolve/main/${path}`;
}

/** The weights, from a store that does one thing wrong. */
async function harmed(harm: Harm): Promise<Got> {
  hub.fail({ room: "bytes", path: weights, harm });
  const { headers } = await get(resolve(weights));
  return get(headers.location ?? "");
}

interface Got {
  status: number | undefined;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** One request to one of the played hosts, which follows no redirect. */
function get(address: string, headers: Record<string, string> = {}): Promise<Got> {
  const { hostname, pathname, search } = new URL(address);
  const options = {
    host: "127.0.0.1",
    port,
    path: pathname + search,
    headers: { host: hostname, ...headers },
    rejectUnauthorized: false,
  };
  return new Promise((resolve, reject) => {
    const request = httpsRequest(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, body: Buffer.concat(parts) });
      });
    });
    request.on("error", reject);
    request.end();
  });
}
