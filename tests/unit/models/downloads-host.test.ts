import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import type { DownloadProgress } from "../../../lib/models/download-protocol.ts";
import type { Download, Listing, WantedModel } from "../../../lib/models/downloads.ts";
import { DownloadsHost, type DownloadWorker } from "../../../lib/models/downloads-host.ts";
import { storeModel } from "../../../lib/models/import-model.ts";
import { changeManifest, openModelFolder } from "../../../lib/models/model-folders.ts";
import { dropFile, listHalfModels, listStoredModels } from "../../../lib/models/model-store.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;
const wanted: WantedModel = { modelId: "org/model", device: "wasm", shaderF16: false };
const fetching: DownloadProgress = {
  loadedBytes: 3,
  totalBytes: 7,
  state: { kind: "fetching", file: "config.json", bytesPerSecond: null },
};

beforeEach(() => {
  fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker that a test plays. */
class PlayedWorker implements DownloadWorker {
  wanted: WantedModel | null = null;
  isPaused = false;
  isEnded = false;
  tell: (progress: DownloadProgress) => void = () => {};
  readonly #over = Promise.withResolvers<void>();

  list = (): Promise<Listing> =>
    new Promise((resolve) => setTimeout(() => resolve({ totalBytes: 7, files: [] })));

  download(wanted: WantedModel, onProgress: (progress: DownloadProgress) => void): Promise<void> {
    this.wanted = wanted;
    this.tell = onProgress;
    return this.#over.promise;
  }

  pause(): void {
    this.isPaused = true;
    this.fail(new AppError("cancelled", "paused"));
  }

  end(): void {
    this.isEnded = true;
  }

  finish = () => this.#over.resolve();
  fail = (thrown: unknown) => this.#over.reject(thrown);
}

function makeHost() {
  const workers: PlayedWorker[] = [];
  const persist = vi.fn(() => Promise.resolve(true));
  const startWorker = () => {
    const worker = new PlayedWorker();
    workers.push(worker);
    return worker;
  };
  const host = new DownloadsHost({ startWorker, persist });
  const seen: (readonly Download[])[] = [];
  host.watch((all) => seen.push(all));
  const last = () => seen.at(-1);
  const states = () => last()?.map(({ modelId, state }) => [modelId, state.kind]);
  return { host, workers, persist, last, states, seen };
}

/** Starts a download; gives its worker once it has been asked. */
async function startOn({ host, workers }: ReturnType<typeof makeHost>): Promise<PlayedWorker> {
  host.command({ kind: "start", wanted });
  await expect.poll(() => workers.at(-1)?.wanted).toEqual(wanted);
  const worker = workers.at(-1);
  if (!worker) throw new Error("no worker was started");
  return worker;
}

/** What a download that was ended leaves: one of two files. */
async function leaveHalf(id: string): Promise<void> {
  const file = { sha256: null, gitSha1: "a".repeat(40), stepSha256: [] };
  const folder = await openModelFolder(id, "c".repeat(40));
  await changeManifest(folder, (manifest) => ({
    ...manifest,
    arriving: [
      { ...file, path: "config.json", bytes: 3, stepSha256: ["b".repeat(64)] },
      { ...file, path: "tokenizer.json", bytes: 4 },
    ],
  }));
}

test("a download is told of from its start to its end, and its worker is ended", async () => {
  const made = makeHost();
  const worker = await startOn(made);
  expect(made.states()).toEqual([["org/model", "listing"]]);
  worker.tell(fetching);
  expect(made.last()).toEqual([{ modelId: "org/model", ...fetching }]);
  worker.finish();
  await expect.poll(made.states).toEqual([["org/model", "done"]]);
  expect(made.last()).toMatchObject([{ loadedBytes: 7, totalBytes: 7 }]);
  await expect.poll(() => worker.isEnded).toBe(true);
});

test("asks to be kept before the first byte, and goes on if the browser does not answer well", async () => {
  const made = makeHost();
  made.persist.mockRejectedValue(new TypeError("not here"));
  await startOn(made);
  expect(made.persist).toHaveBeenCalledTimes(1);
});

test("two pages that ask for one model make one download, and both see it", async () => {
  const made = makeHost();
  const worker = await startOn(made);
  const other: (readonly Download[])[] = [];
  made.host.watch((all) => other.push(all));
  made.host.command({ kind: "start", wanted });
  worker.tell(fetching);
  await expect.poll(() => other.at(-1)).toEqual([{ modelId: "org/model", ...fetching }]);
  expect(made.workers).toHaveLength(1);
});

test("nobody who watches no longer is told, and the download goes on", async () => {
  const made = makeHost();
  const listener = vi.fn();
  const stop = made.host.watch(listener);
  const worker = await startOn(made);
  stop();
  listener.mockClear();
  worker.tell(fetching);
  expect(listener).not.toHaveBeenCalled();
  expect(worker.isEnded).toBe(false);
});

test("a failure is told with its facts, and a start goes on", async () => {
  const made = makeHost();
  const worker = await startOn(made);
  worker.tell(fetching);
  worker.fail(new AppError("download-gone", "gone", { facts: { file: "config.json" } }));
  await expect.poll(made.states).toEqual([["org/model", "failed"]]);
  const error = { code: "download-gone", facts: { file: "config.json" } };
  expect(made.last()).toMatchObject([{ loadedBytes: 3, state: { error } }]);
  await expect.poll(() => worker.isEnded).toBe(true);
  await startOn(made);
  expect(made.states()).toEqual([["org/model", "listing"]]);
});

test("a pause is told at once; the worker puts things in order, and then ends", async () => {
  const made = makeHost();
  const worker = await startOn(made);
  await leaveHalf("org/model");
  made.host.command({ kind: "pause", modelId: "org/model" });
  expect(made.states()).toEqual([["org/model", "paused"]]);
  expect(worker.isPaused).toBe(true);
  worker.tell(fetching);
  expect(made.states()).toEqual([["org/model", "paused"]]);
  await expect.poll(() => worker.isEnded).toBe(true);
  await expect.poll(made.last).toMatchObject([{ loadedBytes: 3, totalBytes: 7 }]);
});

test("a start right after a pause makes a download that the old one does not disturb", async () => {
  const made = makeHost();
  await startOn(made);
  made.host.command({ kind: "pause", modelId: "org/model" });
  const worker = await startOn(made);
  await expect.poll(() => made.workers[0]?.isEnded).toBe(true);
  expect(worker.isEnded).toBe(false);
  expect(made.states()).toEqual([["org/model", "listing"]]);
});

test("what was discarded is forgotten, on the disk too", async () => {
  await leaveHalf("org/model");
  const made = makeHost();
  const worker = await startOn(made);
  await expect.poll(made.states).toEqual([["org/model", "listing"]]);
  made.host.command({ kind: "discard", modelId: "org/model" });
  expect(made.states()).toEqual([]);
  expect(worker.isPaused).toBe(true);
  await expect.poll(listHalfModels).toEqual([]);
  await expect.poll(made.states).toEqual([]);
});

describe("what lies on the disk", () => {
  test("of a download that ended with the browser is there as paused", async () => {
    await leaveHalf("org/model");
    const made = makeHost();
    await expect
      .poll(made.last)
      .toEqual([
        { modelId: "org/model", loadedBytes: 3, totalBytes: 7, state: { kind: "paused" } },
      ]);
  });

  test("whole is no download", async () => {
    async function* files() {
      yield { path: "config.json", bytes: 2, stream: new Blob(["{}"]).stream() };
    }
    await storeModel("local/mine", files(), { onBytes: () => {}, signal: never });
    const made = makeHost();
    await expect.poll(made.last).toEqual([]);
    expect(await listStoredModels()).toHaveLength(1);

    await dropFile("local/mine", "config.json");
    made.host.watch(() => {});
    const error = { code: "model-damaged", facts: { file: "config.json" } };
    await expect.poll(made.last).toMatchObject([{ state: { kind: "failed", error } }]);
  });
});

describe("asking how large a download would be", () => {
  test("gives what the worker says, and ends it", async () => {
    const { host, workers } = makeHost();
    expect(await host.askListing(wanted, never)).toEqual({ totalBytes: 7, files: [] });
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  });

  test("can be stopped", async () => {
    const { host, workers } = makeHost();
    const abort = new AbortController();
    const asking = host.askListing(wanted, abort.signal);
    abort.abort(); // before the worker's answer, which is a task of its own
    await expect(asking).rejects.toMatchObject({ code: "cancelled" });
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});
