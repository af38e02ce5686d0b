import { createHash } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { storeModel } from "../../../lib/models/import-model.ts";
import {
  dropFile,
  listHalfModels,
  listModelFiles,
  listStoredModels,
  openModelFile,
  removeHalfModel,
  removeModel,
  verifyModel,
} from "../../../lib/models/model-store.ts";
import { fileAt, listModelFolders } from "../../../lib/models/model-folders.ts";
import { keptBytes, STEP_BYTES } from "../../../lib/models/model-manifest.ts";
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
  const listed = ["{}", "weights"].map((text, at) => ({
    path: Object.keys(contents)[at],
    bytes: text.length,
    sha256: null,
    gitSha1: null,
    stepSha256: [createHash("sha256").update(text).digest("hex")],
  }));
  expect(await listStoredModels()).toMatchObject([{ id: "org/model", files: listed }]);
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

  test("by what it is copied from", async () => {
    const disk = fakeOpfs();
    const broken = cutOff((controller) => controller.error(new TypeError("network error")));
    const storing = storeModel("org/model", broken, { onBytes: () => {}, signal: never });
    await expect(storing).rejects.toMatchObject({ code: "unexpected" });
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

  test("by a file that ends early and says nothing of it", async () => {
    const disk = fakeOpfs();
    const short = cutOff((controller) => controller.close());
    const storing = storeModel("org/model", short, { onBytes: () => {}, signal: never });
    await expect(storing).rejects.toMatchObject({ code: "unexpected" });
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
    const mark = JSON.stringify({
      id: "org/model",
      revision: "main",
      storedAtMs: 1,
      arriving: [],
      files: [
        {
          path: "a",
          bytes: 0,
          sha256: null,
          gitSha1: null,
          stepSha256: [],
        },
      ],
    });
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

test("what an import left that ended with its page is removed by the next one", async () => {
  const disk = fakeOpfs();
  const models = await navigator.storage
    .getDirectory()
    .then((root) => root.getDirectoryHandle("models", { create: true }));
  const folder = await models.getDirectoryHandle("org%2Fmodel%40import-1", { create: true });
  await folder.getFileHandle("config.json", { create: true });
  await store("org/other", contents);
  expect(disk.paths().filter((path) => path.includes("org%2Fmodel"))).toEqual([]);
});

describe("files of many steps", () => {
  const bytes = 2 * STEP_BYTES + 5;
  const content = new Uint8Array(bytes).map((_, at) => at % 251);
  const sha256 = (part: Uint8Array) => createHash("sha256").update(part).digest("hex");

  async function storeLarge(): Promise<void> {
    async function* large() {
      yield* files({ "config.json": "{}" });
      yield { path: "onnx/model_q4.onnx", bytes, stream: new Blob([content]).stream() };
    }
    await storeModel("org/model", large(), { onBytes: () => {}, signal: never });
  }

  /** Changes one byte of a stored file, as a failing disk does. */
  async function flipByte(at: number): Promise<void> {
    const [folder] = await listModelFolders();
    if (!folder) throw new Error("there is no model");
    const handle = await fileAt(folder.handle, "onnx/model_q4.onnx");
    const writable = await handle.createWritable({ keepExistingData: true });
    await writable.write({ type: "write", position: at, data: new Uint8Array([255]) });
    await writable.close();
  }

  test("have a hash for each step", async () => {
    fakeOpfs();
    await storeLarge();
    const [, weights] = await listModelFiles("org/model");
    expect(weights?.stepSha256).toEqual([
      sha256(content.subarray(0, STEP_BYTES)),
      sha256(content.subarray(STEP_BYTES, 2 * STEP_BYTES)),
      sha256(content.subarray(2 * STEP_BYTES)),
    ]);
  });

  test("that are as they were stored are verified, with progress up to all", async () => {
    fakeOpfs();
    await storeLarge();
    const told: number[] = [];
    const onProgress = ({ loadedBytes }: { loadedBytes: number }) => told.push(loadedBytes);
    expect(await verifyModel("org/model", onProgress, never)).toEqual([]);
    expect(told).toEqual([2, 2 + STEP_BYTES, 2 + 2 * STEP_BYTES, 2 + bytes]);
    expect(await listStoredModels()).toHaveLength(1);
  });

  test.each([0, STEP_BYTES, bytes - 1])(
    "with a changed byte at %i are named and dropped",
    async (at) => {
      const disk = fakeOpfs();
      await storeLarge();
      await flipByte(at);
      expect(await verifyModel("org/model", () => {}, never)).toEqual(["onnx/model_q4.onnx"]);
      expect(await listStoredModels()).toEqual([]);
      expect(disk.paths().filter((path) => path.endsWith(".onnx"))).toEqual([]);
      const [half] = await listHalfModels();
      expect(half?.files.map((file) => [file.path, keptBytes(file)])).toEqual([
        ["config.json", 2],
        ["onnx/model_q4.onnx", 0],
      ]);
    },
  );

  test("are not verified once the reader stops it", async () => {
    fakeOpfs();
    await storeLarge();
    const verifying = verifyModel("org/model", () => {}, AbortSignal.abort());
    await expect(verifying).rejects.toMatchObject({ code: "cancelled" });
    expect(await listStoredModels()).toHaveLength(1);
  });
});

test("a half model is not listed as stored, and is removed only when asked", async () => {
  const disk = fakeOpfs();
  await store("org/model", contents);
  await dropFile("org/model", "config.json");
  expect(await listStoredModels()).toEqual([]);
  expect(await listModelFiles("org/model")).toEqual([]);
  expect(await openModelFile("org/model", "onnx/model_q4.onnx")).toBeNull();
  expect(await listHalfModels()).toMatchObject([{ id: "org/model" }]);
  await removeHalfModel("org/model");
  expect(disk.paths()).toEqual([]);
});
