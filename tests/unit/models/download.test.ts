import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askListing, download } from "../../../lib/models/download.ts";
import type { DownloadProgress } from "../../../lib/models/download-protocol.ts";
import { fileAt, listModelFolders } from "../../../lib/models/model-folders.ts";
import { keptBytes, STEP_BYTES } from "../../../lib/models/model-manifest.ts";
import {
  dropFile,
  listHalfModels,
  listModelFiles,
  listStoredModels,
  openModelFile,
} from "../../../lib/models/model-store.ts";
import { startWholeHash } from "../../../lib/models/whole-hash.ts";
import { fakeOpfs } from "./fake-opfs.ts";
import { type Answers, fileHub, part } from "./file-hub.ts";

const never = new AbortController().signal;
const wanted = { modelId: "org/model", device: "wasm", shaderF16: false } as const;
const weights = "onnx/model_quantized.onnx";
const size = 2 * STEP_BYTES + 12_345;
const large = new Uint8Array(size).map((_, at) => (at * 31) % 251);
const text = (content: string) => new TextEncoder().encode(content);

const files = {
  "config.json": text('{"a":1}'),
  "README.md": text("read me"),
  "tokenizer.json": text("{}"),
  "tokenizer_config.json": text(""),
  [weights]: large,
  "onnx/model_q4.onnx": text("other weights"),
};
const needed = ["config.json", "tokenizer.json", "tokenizer_config.json", weights];

let disk = fakeOpfs();

beforeEach(() => {
  disk = fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Downloads the model; gives everything that was told. */
async function run(signal = never, what: Parameters<typeof download>[0] = wanted) {
  const told: DownloadProgress[] = [];
  const onProgress = (progress: DownloadProgress) => void told.push(progress);
  await download(what, { onProgress, startHash: startWholeHash, signal });
  return told;
}

async function contentOf(path: string): Promise<Uint8Array | null> {
  const file = await openModelFile("org/model", path);
  return file && new Uint8Array(await file.arrayBuffer());
}

async function expectWhole(): Promise<void> {
  expect(disk.paths().filter((path) => path.endsWith(".steps"))).toEqual([]);
  expect(await listHalfModels()).toEqual([]);
  const [model] = await listStoredModels();
  expect(model?.files.map(({ path }) => path).toSorted()).toEqual(needed.toSorted());
  const stored = await contentOf(weights);
  expect(stored && Buffer.compare(stored, large)).toBe(0);
}

const forWeights =
  (answer: Answers): Answers =>
  (request) =>
    request.path === weights ? answer(request) : undefined;

test("says how large the files are that a device needs, and fetches nothing", async () => {
  const hub = fileHub(files);
  const { totalBytes, files: listed } = await askListing(wanted, never);
  expect(listed.map(({ path }) => path).toSorted()).toEqual(needed.toSorted());
  expect(totalBytes).toBe(size + 7 + 2);
  expect(hub.served).toEqual([]);
});

test("fetches what the device needs, with the hash of each step", async () => {
  const hub = fileHub(files);
  await run();
  await expectWhole();
  // an empty file is made, not fetched
  expect(hub.served.map(({ path }) => path).toSorted()).toEqual(
    needed.filter((path) => path !== "tokenizer_config.json").toSorted(),
  );
  const stored = (await listModelFiles("org/model")).find(({ path }) => path === weights);
  const steps = [0, 1, 2].map((step) =>
    createHash("sha256")
      .update(large.subarray(step * STEP_BYTES, (step + 1) * STEP_BYTES))
      .digest("hex"),
  );
  expect(stored?.stepSha256).toEqual(steps);
});

test("tells first that it lists, then how far it has come, never more than all", async () => {
  fileHub(files);
  const told = await run();
  expect(told[0]).toEqual({ loadedBytes: 0, totalBytes: 0, state: { kind: "listing" } });
  expect(told.every(({ loadedBytes, totalBytes }) => loadedBytes <= totalBytes)).toBe(true);
  expect(told.at(-1)).toMatchObject({ totalBytes: size + 9, state: { kind: "fetching" } });
});

test("a model that is there already is not fetched again", async () => {
  fileHub(files);
  await run();
  const hub = fileHub(files);
  await run();
  expect(hub.served).toEqual([]);
  await expectWhole();
});

test("another quantization is added, and what was there is kept and usable meanwhile", async () => {
  fileHub(files);
  await run();
  const hub = fileHub(files, ({ path }) => {
    if (path !== "onnx/model_q4.onnx") throw new Error(`${path} was fetched again`);
    return undefined;
  });
  const listed = vi.fn(async () => (await listModelFiles("org/model")).length);
  await download(
    { ...wanted, device: "webgpu" },
    { onProgress: () => void listed(), startHash: startWholeHash, signal: never },
  );
  expect(hub.served).toHaveLength(1);
  expect(
    await Promise.all(listed.mock.results.map(({ value }) => value as Promise<number>)),
  ).toContain(4);
  expect((await listModelFiles("org/model")).map(({ path }) => path).toSorted()).toEqual(
    [...needed, "onnx/model_q4.onnx"].toSorted(),
  );
});

describe("what breaks off goes on", () => {
  test.each([1, STEP_BYTES - 1, STEP_BYTES, STEP_BYTES + 1, size - 1])(
    "after %i bytes, at once and without fetching a byte again",
    async (endByte) => {
      const hub = fileHub(
        files,
        forWeights(({ fromByte, time }) =>
          time === 1 ? part(large, fromByte, endByte) : undefined,
        ),
      );
      await run();
      await expectWhole();
      const asked = hub.served.filter(({ path }) => path === weights);
      expect(asked.map(({ fromByte }) => fromByte)).toEqual([0, endByte]);
    },
  );

  test("after a pause, from the last step", async () => {
    const abort = new AbortController();
    fileHub(
      files,
      forWeights(() => {
        const stream = new ReadableStream({
          start(controller) {
            controller.enqueue(large.slice(0, STEP_BYTES + 5));
            setTimeout(() => abort.abort(), 50);
          },
        });
        const range = `bytes 0-${size - 1}/${size}`;
        return new Response(stream, { status: 206, headers: { "content-range": range } });
      }),
    );
    // as a browser does, the body fails when the request is aborted
    const { fetch } = globalThis;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      const response = await fetch(url, init);
      if (!url.endsWith(weights) || !response.body) return response;
      const { readable, writable } = new TransformStream();
      response.body.pipeTo(writable, init.signal ? { signal: init.signal } : {}).catch(() => {});
      return new Response(readable, { status: 206, headers: response.headers });
    });
    await expect(run(abort.signal)).rejects.toMatchObject({ code: "cancelled" });
    expect(await listStoredModels()).toEqual([]);
    const [half] = await listHalfModels();
    const kept = half?.files.find(({ path }) => path === weights);
    expect(kept && keptBytes(kept)).toBe(STEP_BYTES);

    const hub = fileHub(files);
    const told = await run();
    await expectWhole();
    expect(hub.served).toEqual([{ path: weights, fromByte: STEP_BYTES, time: 1 }]);
    const fetching = told.find(({ state }) => state.kind === "fetching");
    expect(fetching?.loadedBytes).toBe(STEP_BYTES + 9);
  });

  test("from the last step on the disk that is still what it was", async () => {
    fileHub(
      files,
      forWeights(({ time }) => (time === 1 ? undefined : new Response("", { status: 404 }))),
    );
    const stopped = fileHub(
      files,
      forWeights(({ fromByte, time }) =>
        time === 1 ? part(large, fromByte, size - 5) : new Response("", { status: 404 }),
      ),
    );
    await expect(run()).rejects.toMatchObject({ code: "download-gone", facts: { file: weights } });
    expect(stopped.served.length).toBeGreaterThan(1);
    const [folder] = await listModelFolders();
    const handle = folder && (await fileAt(folder.handle, weights));
    const writable = await handle?.createWritable({ keepExistingData: true });
    await writable?.write({ type: "write", position: STEP_BYTES + 9, data: text("!") });
    await writable?.close();

    const hub = fileHub(files);
    await run();
    await expectWhole();
    expect(hub.served.map(({ fromByte }) => fromByte)).toEqual([STEP_BYTES]);
  });
});

describe("what is not what the hub promises", () => {
  const flipped = large.slice();
  flipped[STEP_BYTES + 3] = 255;

  test("is fetched once more", async () => {
    const hub = fileHub(
      files,
      forWeights(({ fromByte, time }) => (time === 1 ? part(flipped, fromByte) : undefined)),
    );
    await run();
    await expectWhole();
    expect(hub.listings()).toBe(2);
  });

  test("twice, ends with the file's name, and nothing of it is kept", async () => {
    fileHub(
      files,
      forWeights(({ fromByte }) => part(flipped, fromByte)),
    );
    const facts = { file: weights };
    await expect(run()).rejects.toMatchObject({ code: "download-damaged", facts });
    expect(await listStoredModels()).toEqual([]);
    const [half] = await listHalfModels();
    expect(half?.files.find(({ path }) => path === weights)?.stepSha256).toEqual([]);
  });

  test("is noticed in a small file by git's name for it", async () => {
    fileHub(files, ({ path }) => (path === "config.json" ? part(text('{"a":2}'), 0) : undefined));
    const facts = { file: "config.json" };
    await expect(run()).rejects.toMatchObject({ code: "download-damaged", facts });
  });

  test("as to the range, keeps what has come before", async () => {
    const hub = fileHub(
      files,
      forWeights(({ fromByte, time }) => {
        if (time === 1) return part(large, fromByte, STEP_BYTES + 7);
        return time === 2 ? part(large, 3) : undefined;
      }),
    );
    await run();
    await expectWhole();
    const asked = hub.served.filter(({ path }) => path === weights);
    expect(asked.map(({ fromByte }) => fromByte)).toEqual([0, STEP_BYTES + 7, STEP_BYTES]);
  });
});

test("a file that was dropped is fetched, and only that", async () => {
  fileHub(files);
  await run();
  await dropFile("org/model", "tokenizer.json");
  expect(await listStoredModels()).toEqual([]);
  const hub = fileHub(files);
  await run();
  await expectWhole();
  expect(hub.served.map(({ path }) => path)).toEqual(["tokenizer.json"]);
});

test("a disk without enough room is told of before a byte is fetched", async () => {
  fakeOpfs({ freeBytes: 1_000_000 });
  const hub = fileHub(files);
  const facts = { neededBytes: size + 9 };
  await expect(run()).rejects.toMatchObject({ code: "storage-full", facts });
  expect(hub.served).toEqual([]);
});

test("a disk that fills up keeps what has come", async () => {
  disk = fakeOpfs({ freeBytes: STEP_BYTES * 2 });
  const { estimate } = navigator.storage;
  navigator.storage.estimate = async () => ({ usage: 0, quota: 10 * STEP_BYTES });
  fileHub(files);
  await expect(run()).rejects.toMatchObject({ code: "storage-full" });
  navigator.storage.estimate = estimate;
  const [half] = await listHalfModels();
  const kept = half?.files.find(({ path }) => path === weights);
  expect(kept && keptBytes(kept)).toBe(STEP_BYTES);
  expect(disk.paths().some((path) => path.endsWith(weights))).toBe(true);
});

test("weights that no device of this kind runs are not fetched", async () => {
  const { [weights]: _, ...others } = files;
  const hub = fileHub(others);
  await expect(run()).rejects.toMatchObject({ code: "model-unsupported" });
  expect(hub.served).toEqual([]);
});

test("a model that was copied from this machine is not asked for at the hub", async () => {
  const hub = fileHub(files);
  const local = { ...wanted, modelId: "local/mine" };
  await expect(run(never, local)).rejects.toMatchObject({ code: "model-damaged" });
  expect(hub.listings()).toBe(0);
});

test("a hub that stays busy is given up after every wait, and what has come is kept", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const busy = () => new Response("", { status: 503 });
  fileHub(
    files,
    forWeights(({ fromByte, time }) =>
      time === 1 ? part(large, fromByte, STEP_BYTES + 1) : busy(),
    ),
  );
  const over = new Set<string>();
  const outcome = expect(run()).rejects.toMatchObject({ code: "download-busy" });
  void outcome.then(() => over.add("download"));
  while (over.size === 0) await vi.advanceTimersByTimeAsync(100);
  const [half] = await listHalfModels();
  const kept = half?.files.find(({ path }) => path === weights);
  expect(kept && keptBytes(kept)).toBe(STEP_BYTES);
});
