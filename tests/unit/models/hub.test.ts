import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findCommit, listHubFiles, readHubFile } from "../../../lib/models/hub.ts";
import type { HubFile } from "../../../lib/models/hub-answers.ts";
import { readLedger } from "../../../lib/models/ledger.ts";
import { STALL_MS } from "../../../lib/models/network.ts";
import { setNetworkOff } from "../../../lib/models/network-switch.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;
const model = { origin: "https://huggingface.co", modelId: "org/model", revision: "main" };
const file: HubFile = {
  path: "onnx/model_q4.onnx",
  bytes: 10,
  sha256: "e".repeat(64),
  gitSha1: null,
};
const content = "0123456789";

interface Asked {
  url: string;
  init: RequestInit | undefined;
  /** Paths in the ledger when the request was made. */
  recorded: string[];
}

beforeEach(() => {
  fakeOpfs();
  const scope = new EventTarget();
  vi.stubGlobal("addEventListener", scope.addEventListener.bind(scope));
  vi.stubGlobal("dispatchEvent", scope.dispatchEvent.bind(scope));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Plays the hub with one answer; gives what it was asked. */
function playHub(answer: (url: string, init?: RequestInit) => Response | Promise<Response>) {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    const recorded = (await readLedger()).map(({ path }) => path);
    asked.push({ url, init, recorded });
    return answer(url, init);
  });
  return asked;
}

/** An answer as it comes from another address than was asked for. */
function redirected(response: Response, url: string): Response {
  return Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
}

function partFrom(fromByte: number, headers: Record<string, string> = {}): Response {
  const range = `bytes ${fromByte}-${content.length - 1}/${content.length}`;
  return new Response(content.slice(fromByte), {
    status: 206,
    headers: { "content-range": range, ...headers },
  });
}

/** What comes of the file, from a byte on. */
async function readFrom(fromByte: number, signal = never): Promise<string> {
  let text = "";
  const onBytes = async (bytes: Uint8Array) => {
    text += new TextDecoder().decode(bytes);
  };
  await readHubFile(model, { file, fromByte }, { onBytes, signal });
  return text;
}

const gitOid = "a".repeat(40);
const listing = [
  { type: "directory", path: "onnx", size: 0, oid: gitOid },
  { type: "file", path: "config.json", size: 12, oid: gitOid },
  {
    type: "file",
    path: "onnx/model_q4.onnx",
    size: 10,
    oid: "b".repeat(40),
    lfs: {
      oid: "e".repeat(64),
      size: 10,
      pointerSize: 135,
    },
  },
];

test("lists a model's files with their sizes and the hash that each has, and no folders", async () => {
  const asked = playHub(() => Response.json(listing));
  expect(await listHubFiles(model, never)).toEqual([
    { path: "config.json", bytes: 12, sha256: null, gitSha1: gitOid },
    file,
  ]);
  expect(asked.map(({ url }) => url)).toEqual([
    "https://huggingface.co/api/models/org/model/tree/main?recursive=true",
  ]);
});

test("follows a listing over its pages, at the hub whatever their address says", async () => {
  const next = '<https://elsewhere.example/api/models/org/model/tree/main?cursor=x>; rel="next"';
  const asked = playHub((url) =>
    Response.json(listing, { headers: url.includes("cursor") ? {} : { link: next } }),
  );
  expect(await listHubFiles(model, never)).toHaveLength(4);
  expect(asked.map(({ url }) => url)).toEqual([
    "https://huggingface.co/api/models/org/model/tree/main?recursive=true",
    "https://huggingface.co/api/models/org/model/tree/main?cursor=x",
  ]);
});

test("finds the commit that a name stands for", async () => {
  playHub(() => Response.json({ id: "org/model", sha: gitOid }));
  expect(await findCommit(model, never)).toBe(gitOid);
});

describe("a file", () => {
  test("comes at its revision, and always by a range, so that nothing is compressed", async () => {
    const asked = playHub(() => partFrom(0));
    expect(await readFrom(0)).toBe(content);
    expect(asked.map(({ url }) => url)).toEqual([
      "https://huggingface.co/org/model/resolve/main/onnx/model_q4.onnx",
    ]);
    expect(asked[0]?.init?.headers).toEqual({ range: "bytes=0-" });
  });

  test("comes from the byte that is asked for", async () => {
    const asked = playHub(() => partFrom(4));
    expect(await readFrom(4)).toBe("456789");
    expect(asked[0]?.init?.headers).toEqual({ range: "bytes=4-" });
  });

  test("that a server sends from the start is skipped up to there", async () => {
    playHub(() => new Response(content, { headers: { "content-length": "10" } }));
    expect(await readFrom(4)).toBe("456789");
  });

  test("whose range the store hides is taken by its length", async () => {
    const part = { status: 206, headers: { "content-length": "6" } };
    playHub(() => new Response(content.slice(4), part));
    expect(await readFrom(4)).toBe("456789");
  });

  test.each<[string, () => Response]>([
    ["another part", () => partFrom(3)],
    ["the part of a larger file", () => partFrom(4, { "content-range": "bytes 4-10/11" })],
    ["a shorter part", () => partFrom(4, { "content-range": "bytes 4-8/10" })],
    ["a part of unknown place", () => new Response("456789", { status: 206 })],
    ["a longer file", () => new Response(`${content}!`, { headers: { "content-length": "11" } })],
    ["an empty answer", () => new Response("", { headers: { "content-length": "0" } })],
    ["no such range", () => new Response(null, { status: 416 })],
  ])("is refused when %s comes, before a byte is kept", async (_what, answer) => {
    playHub(answer);
    const onBytes = vi.fn();
    const reading = readHubFile(model, { file, fromByte: 4 }, { onBytes, signal: never });
    await expect(reading).rejects.toMatchObject({ name: "NotAsPromised", path: file.path });
    expect(onBytes).not.toHaveBeenCalled();
  });

  test("of which too much comes is refused", async () => {
    playHub(() => new Response(`${content}!`, { status: 206, headers: partFrom(0).headers }));
    await expect(readFrom(0)).rejects.toMatchObject({ name: "NotAsPromised" });
  });

  test("of which less comes than was told has broken off", async () => {
    playHub(() => new Response("4567", { status: 206, headers: partFrom(4).headers }));
    await expect(readFrom(4)).rejects.toMatchObject({ name: "Interruption", why: "broken-off" });
  });

  test("has broken off after a silence, and the connection is let go", async () => {
    vi.useFakeTimers();
    const onCancel = vi.fn();
    const signals: (AbortSignal | null | undefined)[] = [];
    playHub((_url, init) => {
      signals.push(init?.signal);
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("45"));
          init?.signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
        },
        cancel: onCancel,
      });
      return new Response(body, { status: 206, headers: partFrom(4).headers });
    });
    const reading = expect(readFrom(4)).rejects.toMatchObject({ why: "broken-off" });
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(STALL_MS - 100);
    expect(signals[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await reading;
    expect(signals[0]?.aborted).toBe(true);
  });
});

const asks: [string, () => Promise<unknown>][] = [
  ["finding a commit", () => findCommit(model, never)],
  ["listing", () => listHubFiles(model, never)],
  ["fetching", () => readFrom(0)],
];

describe.each(asks)("%s", (what, ask) => {
  const good = () => {
    if (what === "fetching") return partFrom(0);
    return Response.json(what === "listing" ? listing : { sha: gitOid });
  };

  test("tells the hub nothing of the reader: no credentials, no referrer, no cache", async () => {
    const asked = playHub(good);
    await ask();
    expect(asked.map(({ init }) => init)).toMatchObject([
      { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" },
    ]);
  });

  test("asks only the hub, and stands in the ledger before it asks", async () => {
    const asked = playHub(good);
    await ask();
    expect(asked.map(({ url }) => new URL(url).origin)).toEqual(["https://huggingface.co"]);
    expect(asked.map(({ recorded }) => recorded)).toEqual([
      asked.map(({ url }) => new URL(url).pathname),
    ]);
    const [entry] = await readLedger();
    expect(entry).toMatchObject({ host: "huggingface.co", result: "ok" });
    expect(entry?.bytes).toBeGreaterThan(0);
  });

  test("where the hub sends it on to is in the ledger too, without the signature", async () => {
    playHub(() => redirected(good(), "https://cas-bridge.xethub.hf.co/xet/123?X-Signature=s"));
    await ask();
    expect((await readLedger()).map(({ host }) => host)).toEqual([
      "huggingface.co",
      "cas-bridge.xethub.hf.co",
    ]);
    expect((await readLedger())[1]?.path).toBe("/xet/123");
  });

  test("what came from where the hub sent it on to is counted there, and once", async () => {
    playHub(() => redirected(good(), "https://cas-bridge.xethub.hf.co/xet/123"));
    await ask();
    const [hub, store] = await readLedger();
    expect(hub).toMatchObject({ bytes: 0, result: "sent on" });
    expect(store).toMatchObject({ bytes: (await good().arrayBuffer()).byteLength, result: "ok" });
  });

  test.each([
    "https://elsewhere.example/x",
    "https://huggingface.co.evil.example/x",
    "https://evilhf.co/x",
    "http://huggingface.co/x",
  ])("refuses to be sent to %s, and names it", async (url) => {
    playHub(() => redirected(good(), url));
    const { host } = new URL(url);
    await expect(ask()).rejects.toMatchObject({ code: "download-blocked", facts: { host } });
  });

  test("refused by the policy, it is blocked rather than broken off", async () => {
    playHub(() => {
      const blockedURI = "https://elsewhere.example";
      setTimeout(() => {
        dispatchEvent(Object.assign(new Event("securitypolicyviolation"), { blockedURI }));
      });
      return Promise.reject(new TypeError("Failed to fetch"));
    });
    const facts = { host: "elsewhere.example" };
    await expect(ask()).rejects.toMatchObject({ code: "download-blocked", facts });
  });

  test.each([
    [401, "download-refused"],
    [403, "download-refused"],
    [404, "download-gone"],
    [418, "download-failed"],
  ])("ends on the answer %i as %s", async (status, code) => {
    playHub(() => new Response("{}", { status }));
    await expect(ask()).rejects.toMatchObject({ code });
    expect((await readLedger())[0]?.result).toBe(`refused ${status}`);
  });

  test.each([429, 500, 503])("may be tried again after the answer %i", async (status) => {
    playHub(() => new Response("{}", { status, headers: { "retry-after": "7" } }));
    await expect(ask()).rejects.toMatchObject({
      name: "Interruption",
      why: "busy",
      retryAfterMs: 7e3,
      outcome: { code: "download-busy" },
    });
  });

  test("may be tried again after the store refuses an address that has expired", async () => {
    const expired = () => new Response("", { status: 403 });
    playHub(() => redirected(expired(), "https://cas-bridge.xethub.hf.co/xet/123"));
    await expect(ask()).rejects.toMatchObject({ name: "Interruption", why: "broken-off" });
  });

  test("fails without a connection, and the attempt stays in the ledger", async () => {
    playHub(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(ask()).rejects.toMatchObject({ name: "Interruption", why: "broken-off" });
    expect(await readLedger()).toMatchObject([{ bytes: 0, result: "broken off" }]);
  });

  test("is not tried without a network, and is not in the ledger then", async () => {
    const asked = playHub(good);
    vi.stubGlobal("navigator", {
      onLine: false,
      locks: navigator.locks,
      storage: navigator.storage,
    });
    await expect(ask()).rejects.toMatchObject({ why: "offline" });
    expect(asked).toEqual([]);
    expect(await readLedger()).toEqual([]);
  });

  test("is not tried while the reader has the network switched off", async () => {
    const asked = playHub(good);
    await setNetworkOff(true);
    await expect(ask()).rejects.toMatchObject({ code: "offline-for-good" });
    expect(asked).toEqual([]);
    await setNetworkOff(false);
    await ask();
    expect(asked).toHaveLength(1);
  });

  test("a captive portal's page in its place is no file and no listing", async () => {
    const page = { headers: { "content-type": "text/html", "content-length": "42" } };
    playHub(() => new Response("<html>Sign in to the network</html>", page));
    await expect(ask()).rejects.toMatchObject({ code: "download-not-hub" });
  });

  test("asks nothing that it cannot record", async () => {
    const asked = playHub(good);
    vi.stubGlobal("navigator", {
      locks: navigator.locks,
      storage: { getDirectory: () => Promise.reject(new DOMException("", "SecurityError")) },
    });
    await expect(ask()).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});

test("stopped by the reader, a download is cancelled", async () => {
  const abort = new AbortController();
  playHub(() => {
    abort.abort();
    return Promise.reject(new DOMException("", "AbortError"));
  });
  await expect(readFrom(0, abort.signal)).rejects.toMatchObject({ code: "cancelled" });
});

test.each([
  ["another answer", '{"error":"moved"}'],
  ["a file that leads out of its folder", [{ ...listing[1], path: "../evil" }]],
  ["a file of no size", [{ ...listing[1], size: -1 }]],
  ["a file with no hash", [{ ...listing[1], oid: "abc" }]],
])("%s in place of the listing is download-not-hub", async (_what, body) => {
  playHub(() => new Response(typeof body === "string" ? body : JSON.stringify(body)));
  await expect(listHubFiles(model, never)).rejects.toMatchObject({ code: "download-not-hub" });
});

test("the address that the reader's choice makes stays at the hub", async () => {
  const asked = playHub(() => Response.json(listing));
  await listHubFiles({ ...model, revision: "../../../evil?x=#" }, never);
  expect(new URL(asked[0]?.url ?? "").pathname).toMatch(/^\/api\/models\/org\/model\/tree\//);
});

test("an origin that the build does not list is asked nothing", async () => {
  const asked = playHub(() => Response.json(listing));
  const elsewhere = { ...model, origin: "https://evil.example" };
  const facts = { host: "evil.example" };
  await expect(listHubFiles(elsewhere, never)).rejects.toMatchObject({
    code: "download-blocked",
    facts,
  });
  expect(asked).toEqual([]);
  expect(await readLedger()).toEqual([]);
});
