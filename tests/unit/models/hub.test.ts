import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fetchHubFile, listHubFiles } from "../../../lib/models/hub.ts";
import { readLedger } from "../../../lib/models/ledger.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;
const file = { revision: "main", path: "onnx/model_q4.onnx" };

interface Asked {
  url: string;
  init: RequestInit | undefined;
  /** Addresses in the ledger when the request was made. */
  recorded: string[];
}

beforeEach(() => {
  fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Plays the hub with one answer; gives what it was asked. */
function playHub(answer: (init?: RequestInit) => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    const recorded = (await readLedger()).map(({ url }) => url);
    asked.push({ url, init, recorded });
    return answer(init);
  });
  return asked;
}

const listing = [
  { type: "directory", path: "onnx", size: 0 },
  { type: "file", path: "config.json", size: 12, oid: "abc" },
  { type: "file", path: "onnx/model_q4.onnx", size: 99, lfs: { oid: "def" } },
];

test("lists a model's files with their sizes, and no folders", async () => {
  const asked = playHub(() => Response.json(listing));
  expect(await listHubFiles("org/model", "main", never)).toEqual([
    { path: "config.json", bytes: 12 },
    { path: "onnx/model_q4.onnx", bytes: 99 },
  ]);
  expect(asked.map(({ url }) => url)).toEqual([
    "https://huggingface.co/api/models/org/model/tree/main?recursive=true",
  ]);
});

test("fetches a file at its revision", async () => {
  const asked = playHub(() => new Response("weights"));
  const stream = await fetchHubFile("org/model", file, never);
  expect(await new Response(stream).text()).toBe("weights");
  expect(asked.map(({ url }) => url)).toEqual([
    "https://huggingface.co/org/model/resolve/main/onnx/model_q4.onnx",
  ]);
});

describe.each([
  ["listing", () => listHubFiles("org/model", "main", never)],
  ["fetching", () => fetchHubFile("org/model", file, never)],
])("%s", (_what, ask) => {
  test("tells the hub nothing of the reader: no credentials, no referrer, no cache", async () => {
    const asked = playHub(() => Response.json(listing));
    await ask();
    expect(asked.map(({ init }) => init)).toEqual([
      {
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        signal: never,
      },
    ]);
  });

  test("asks only the hub, and stands in the ledger before it asks", async () => {
    const asked = playHub(() => Response.json(listing));
    await ask();
    expect(asked.map(({ url }) => new URL(url).origin)).toEqual(["https://huggingface.co"]);
    expect(asked.map(({ recorded }) => recorded)).toEqual([asked.map(({ url }) => url)]);
  });

  test("where the hub sends it on to is in the ledger too, without the signature", async () => {
    playHub(() => {
      const response = Response.json(listing);
      const url = "https://cas-bridge.xethub.hf.co/xet/123?X-Signature=s";
      return Object.defineProperties(response, {
        redirected: { value: true },
        url: { value: url },
      });
    });
    await ask();
    const hosts = (await readLedger()).map(({ url }) => new URL(url).host);
    expect(hosts).toEqual(["huggingface.co", "cas-bridge.xethub.hf.co"]);
    expect((await readLedger())[1]?.url).toBe("https://cas-bridge.xethub.hf.co/xet/123");
  });

  test.each([401, 403, 404, 429, 500, 503])("fails on the answer %i", async (status) => {
    playHub(() => new Response("{}", { status }));
    await expect(ask()).rejects.toMatchObject({ code: "download-failed" });
  });

  test("fails without a network, and the attempt stays in the ledger", async () => {
    playHub(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(ask()).rejects.toMatchObject({ code: "download-failed" });
    expect(await readLedger()).toHaveLength(1);
  });

  test("stopped by the reader, it is cancelled", async () => {
    playHub(() => Promise.reject(new DOMException("", "AbortError")));
    await expect(ask()).rejects.toMatchObject({ code: "cancelled" });
  });

  test("asks nothing that it cannot record", async () => {
    const asked = playHub(() => Response.json(listing));
    vi.stubGlobal("navigator", {
      locks: navigator.locks,
      storage: { getDirectory: () => Promise.reject(new DOMException("", "SecurityError")) },
    });
    await expect(ask()).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});

test.each([
  ["a captive portal's page", "<html>Sign in to the network</html>"],
  ["another listing", '{"error":"moved"}'],
])("%s in place of the listing is download-failed", async (_what, body) => {
  playHub(() => new Response(body));
  await expect(listHubFiles("org/model", "main", never)).rejects.toMatchObject({
    code: "download-failed",
  });
});

test("the address that the reader's choice makes stays at the hub", async () => {
  const asked = playHub(() => Response.json(listing));
  await listHubFiles("org/model", "../../../evil?x=#", never);
  expect(new URL(asked[0]?.url ?? "").pathname).toMatch(/^\/api\/models\/org\/model\/tree\//);
});
