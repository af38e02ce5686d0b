import { afterEach, describe, expect, test, vi } from "vitest";
import {
  listModelFiles,
  listStoredModels,
  openModelFile,
  removeHalfModels,
  removeModel,
  storeModel,
} from "../../../lib/models/model-store.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Files of a model as they arrive: one stream after the other. */
async function* files(contents: Record<string, string>) {
  for (const [path, text] of Object.entries(contents))
    yield { path, bytes: text.length, stream: new Blob([text]).stream() };
}

const contents = { "config.json": "{}", "onnx/model_q4.onnx": "weights" };

function store(id: string, contents: Record<string, string>): Promise<void> {
  return storeModel(id, files(contents), { onBytes: () => {}, signal: never });
}

test("a stored model is listed with its files, and each can be opened", async () => {
  fakeOpfs();
  await store("org/model", contents);
  const listed = [
    { path: "config.json", bytes: 2 },
    { path: "onnx/model_q4.onnx", bytes: 7 },
  ];
  expect(await listStoredModels()).toEqual([{ id: "org/model", files: listed }]);
  expect(await listModelFiles("org/model")).toEqual(listed);
  const file = await openModelFile("org/model", "onnx/model_q4.onnx");
  expect(await file?.text()).toBe("weights");
});

test("tells every byte as it comes", async () => {
  fakeOpfs();
  const told: number[] = [];
  const onBytes = (bytes: number) => told.push(bytes);
  await storeModel("org/model", files(contents), { onBytes, signal: never });
  expect(told).toEqual([2, 7]);
});

test("models are told apart and listed by their ids", async () => {
  fakeOpfs();
  await store("org/b", contents);
  await store("org/a", { "config.json": "other" });
  expect((await listStoredModels()).map(({ id }) => id)).toEqual(["org/a", "org/b"]);
  expect(await (await openModelFile("org/a", "config.json"))?.text()).toBe("other");
});

test("what is not there is empty or null, not an error", async () => {
  fakeOpfs();
  expect(await listStoredModels()).toEqual([]);
  expect(await listModelFiles("org/model")).toEqual([]);
  expect(await openModelFile("org/model", "config.json")).toBeNull();
  await store("org/model", contents);
  expect(await openModelFile("org/model", "onnx/model.onnx")).toBeNull();
});

test("a model is removed wholly, and only that one", async () => {
  const { paths } = fakeOpfs();
  await store("org/a", contents);
  await store("org/b", contents);
  await removeModel("org/a");
  await removeModel("org/never-there");
  expect((await listStoredModels()).map(({ id }) => id)).toEqual(["org/b"]);
  expect(paths().filter((path) => path.includes("org%2Fa"))).toEqual([]);
});

test("a model stored again has nothing left of the one before", async () => {
  fakeOpfs();
  await store("org/model", contents);
  await store("org/model", { "config.json": "{}" });
  expect(await openModelFile("org/model", "onnx/model_q4.onnx")).toBeNull();
});

describe("a model cut off while it is written is not listed, and takes no space", () => {
  async function* cutOff(how: (controller: ReadableStreamDefaultController) => void) {
    yield* files({ "config.json": "{}" });
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new Uint8Array(3)),
      pull: how,
    });
    yield { path: "onnx/model_q4.onnx", bytes: 7, stream };
  }

  async function expectNothingLeft(disk: { paths(): string[] }) {
    expect(disk.paths()).toEqual([]);
    expect(await listStoredModels()).toEqual([]);
    expect(await listModelFiles("org/model")).toEqual([]);
    await store("org/model", contents);
    expect(await listStoredModels()).toHaveLength(1);
  }

  test("by the network", async () => {
    const disk = fakeOpfs();
    const broken = cutOff((controller) => controller.error(new TypeError("network error")));
    const storing = storeModel("org/model", broken, { onBytes: () => {}, signal: never });
    await expect(storing).rejects.toMatchObject({ code: "download-failed" });
    await expectNothingLeft(disk);
  });

  test("by the reader", async () => {
    const disk = fakeOpfs();
    const abort = new AbortController();
    const stopped = cutOff(() => abort.abort());
    const storing = storeModel("org/model", stopped, { onBytes: () => {}, signal: abort.signal });
    await expect(storing).rejects.toMatchObject({ code: "cancelled" });
    await expectNothingLeft(disk);
  });

  test("by a full disk", async () => {
    const disk = fakeOpfs({ freeBytes: 5 });
    await expect(store("org/model", contents)).rejects.toMatchObject({ code: "storage-full" });
    expect(disk.paths()).toEqual([]);
  });

  test("by an answer that ends early and says nothing of it", async () => {
    const disk = fakeOpfs();
    const short = cutOff((controller) => controller.close());
    const storing = storeModel("org/model", short, { onBytes: () => {}, signal: never });
    await expect(storing).rejects.toMatchObject({ code: "download-failed" });
    await expectNothingLeft(disk);
  });

  test("and the next try, which begins while it is removed, is whole", async () => {
    fakeOpfs();
    const abort = new AbortController();
    const stopped = cutOff(() => abort.abort());
    const storing = storeModel("org/model", stopped, { onBytes: () => {}, signal: abort.signal });
    const again = new Promise<void>((resolve) => {
      abort.signal.addEventListener("abort", () => resolve(store("org/model", contents)));
    });
    await expect(storing).rejects.toMatchObject({ code: "cancelled" });
    await again;
    expect(await (await openModelFile("org/model", "onnx/model_q4.onnx"))?.text()).toBe("weights");
    expect(await listStoredModels()).toHaveLength(1);
  });

  test("even when one of its own files looks like the mark of a whole one", async () => {
    const disk = fakeOpfs();
    const mark = JSON.stringify({ id: "org/model", files: [] });
    const abort = new AbortController();
    async function* stopped() {
      yield* files({ "model.json": mark });
      yield* cutOff(() => abort.abort());
    }
    const options = { onBytes: () => {}, signal: abort.signal };
    await expect(storeModel("org/model", stopped(), options)).rejects.toThrow();
    await expectNothingLeft(disk);
  });
});

describe("what a download left that was ended from outside", () => {
  /** As when the browser ends the worker: nothing runs that could tidy up. */
  async function leaveHalf(id: string): Promise<void> {
    const models = await (await navigator.storage.getDirectory()).getDirectoryHandle("models");
    const folder = await models.getDirectoryHandle(encodeURIComponent(id), { create: true });
    const shard = await folder.getFileHandle("config.json", { create: true });
    await new Blob(["{}"]).stream().pipeTo(await shard.createWritable());
  }

  test("is removed, and whole models are not", async () => {
    const disk = fakeOpfs();
    await store("org/whole", contents);
    const paths = disk.paths();
    await leaveHalf("org/half");
    await removeHalfModels();
    expect(disk.paths()).toEqual(paths);
  });

  test("is told from a model that is arriving", async () => {
    fakeOpfs();
    async function* arriving() {
      yield* files({ "config.json": "{}" });
      await removeHalfModels();
      yield* files({ "onnx/model_q4.onnx": "weights" });
    }
    await storeModel("org/model", arriving(), { onBytes: () => {}, signal: never });
    expect(await (await openModelFile("org/model", "config.json"))?.text()).toBe("{}");
  });
});
