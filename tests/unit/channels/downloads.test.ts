import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { remoteDownloadWorker } from "../../../lib/channels/remote-download-worker.ts";
import { remoteDownloads } from "../../../lib/channels/remote-downloads.ts";
import {
  type DownloadService,
  serveDownloadWorker,
} from "../../../lib/channels/serve-download-worker.ts";
import { serveDownloads } from "../../../lib/channels/serve-downloads.ts";
import { AppError } from "../../../lib/errors.ts";
import { downloadLock } from "../../../lib/models/download-protocol.ts";
import type { Download, WantedModel } from "../../../lib/models/downloads.ts";
import { DownloadsHost } from "../../../lib/models/downloads-host.ts";
import { fakePorts } from "../fake-ports.ts";
import { type FakeWorker, fakeWorker } from "../fake-worker.ts";
import { fakeOpfs } from "../models/fake-opfs.ts";

const never = new AbortController().signal;
const wanted: WantedModel = { modelId: "org/model", device: "wasm", shaderF16: false };
const fetching = {
  loadedBytes: 1,
  totalBytes: 2,
  state: { kind: "fetching", file: "config.json", bytesPerSecond: null },
} as const;
const endless = () => new Promise<never>(() => {});

beforeEach(() => {
  fakeOpfs();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Downloads as a page sees them, made by workers that do what `service` says. */
function serve(
  service: Partial<DownloadService>,
  open = () => Promise.resolve(),
  readMirror = () => Promise.resolve<string | undefined>(undefined),
) {
  const workers: FakeWorker[] = [];
  fakePorts();
  const host = new DownloadsHost({
    startWorker: () => {
      const worker = fakeWorker(() =>
        serveDownloadWorker({ list: endless, download: endless, ...service }),
      );
      workers.push(worker);
      return remoteDownloadWorker(worker);
    },
    persist: () => Promise.resolve(),
  });
  serveDownloads(host);
  const downloads = remoteDownloads({ open, readMirror });
  const seen: (readonly Download[])[] = [];
  const stop = downloads.watch((all) => seen.push(all));
  return { workers, downloads, stop, seen, states: () => seen.at(-1)?.map(({ state }) => state) };
}

test("a download goes from its start to its end over both channels", async () => {
  const asked: WantedModel[] = [];
  const { downloads, states, workers } = serve({
    download: async (wanted, onProgress) => {
      asked.push(wanted);
      onProgress(fetching);
    },
  });
  downloads.command({ kind: "start", wanted });
  await expect.poll(states).toEqual([{ kind: "done" }]);
  expect(asked).toEqual([wanted]);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
});

test("a mirror that is set by policy is asked in place of the hub", async () => {
  const asked: WantedModel[] = [];
  const list = async (wanted: WantedModel) => {
    asked.push(wanted);
    return { totalBytes: 0, files: [] };
  };
  const download = async (wanted: WantedModel) => void asked.push(wanted);
  const mirror = "https://models.example.org";
  const { downloads } = serve({ list, download }, undefined, () => Promise.resolve(mirror));
  await downloads.askListing(wanted, never);
  downloads.command({ kind: "start", wanted });
  const atMirror = { ...wanted, hubOrigin: mirror };
  await expect.poll(() => asked).toEqual([atMirror, atMirror]);
});

test("everything waits until the page with the downloads exists", async () => {
  const opened = Promise.withResolvers<void>();
  const { downloads, seen, states } = serve({}, () => opened.promise);
  downloads.command({ kind: "start", wanted });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual([]);
  opened.resolve();
  await expect.poll(states).toEqual([{ kind: "listing" }]);
});

test("a download goes on when the page that asked for it is closed", async () => {
  const { downloads, states, stop, workers, seen } = serve({});
  downloads.command({ kind: "start", wanted });
  await expect.poll(states).toEqual([{ kind: "listing" }]);
  stop();
  const count = seen.length;
  const again: (readonly Download[])[] = [];
  downloads.watch((all) => again.push(all));
  await expect.poll(() => again.at(-1)?.length).toBe(1);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
  expect(seen).toHaveLength(count);
});

test("a pause reaches the work, which ends in its own time", async () => {
  const { downloads, states, workers } = serve({
    download: (_wanted, onProgress, signal) =>
      new Promise((_resolve, reject) => {
        onProgress(fetching);
        signal.addEventListener("abort", () => reject(new AppError("cancelled", "paused")));
      }),
  });
  downloads.command({ kind: "start", wanted });
  await expect.poll(states).toEqual([fetching.state]);
  downloads.command({ kind: "pause", modelId: "org/model" });
  await expect.poll(() => workers[0]?.isTerminated).toBe(true);
  expect(states()).toEqual([]); // nothing of it is on the disk
});

test.each([
  ["storage-full", new AppError("storage-full", "no room", { facts: { freeBytes: 5 } })],
  ["download-failed", new TypeError("anything nobody gave a code")],
])("a failure arrives as %s and ends the worker", async (code, thrown) => {
  const { downloads, states, workers } = serve({ download: () => Promise.reject(thrown) });
  downloads.command({ kind: "start", wanted });
  await expect.poll(states).toMatchObject([{ kind: "failed", error: { code } }]);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
});

describe("a worker that is lost fails its download, and a start makes another", () => {
  async function expectLost(how: (worker: FakeWorker) => void, service: Partial<DownloadService>) {
    const { downloads, states, workers } = serve(service);
    downloads.command({ kind: "start", wanted });
    await expect.poll(() => workers.length).toBe(1);
    await expect.poll(states).toHaveLength(1);
    if (workers[0]) how(workers[0]);
    const failed = [{ kind: "failed", error: { code: "download-failed" } }];
    await expect.poll(states, { timeout: 3000 }).toMatchObject(failed);
    downloads.command({ kind: "start", wanted });
    await expect.poll(() => workers.length).toBe(2);
  }

  test("when it breaks", () => expectLost((worker) => worker.breakDown(), {}));

  test("when it tells nonsense", () => expectLost(() => postMessage({ kind: "progress" }), {}));

  test("when the browser kills it without a word, which only its lock tells", async () => {
    const killed = Promise.withResolvers<void>();
    await expectLost(() => killed.resolve(), {
      download: (_wanted, onProgress) =>
        navigator.locks
          .request(downloadLock("org/model"), async () => {
            onProgress(fetching);
            await killed.promise;
            return endless;
          })
          .then(endless),
    });
  });
});

test("how large a download would be is asked of a worker, which is then ended", async () => {
  const listing = { totalBytes: 7, files: [{ path: "config.json", bytes: 7 }] };
  const { downloads, workers } = serve({ list: () => Promise.resolve(listing) });
  expect(await downloads.askListing(wanted, never)).toEqual(listing);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
});

test("nobody waits for a size that is not wanted any more", async () => {
  const { downloads, workers } = serve({});
  const abort = new AbortController();
  const asking = downloads.askListing(wanted, abort.signal);
  await expect.poll(() => workers.length).toBe(1);
  abort.abort();
  await expect(asking).rejects.toMatchObject({ code: "cancelled" });
  await expect.poll(() => workers[0]?.isTerminated).toBe(true);
});

test("a size that cannot be told fails with what the hub said", async () => {
  const { downloads } = serve({ list: () => Promise.reject(new AppError("download-gone", "")) });
  const asking = downloads.askListing(wanted, never);
  await expect(asking).rejects.toMatchObject({ code: "download-gone" });
});

test.each([
  ["no id", { ...wanted, modelId: "https://evil.example/x" }],
  ["a way up", { ...wanted, modelId: "../../api/whoami" }],
  ["no device", { ...wanted, device: "cloud" }],
])("a command for %s is not begun, and its channel is closed", async (_what, wanted) => {
  const { workers } = serve({});
  const port = browser.runtime.connect({ name: "downloads" });
  const onClose = vi.fn();
  port.onDisconnect.addListener(onClose);
  port.postMessage({ kind: "start", wanted });
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(workers).toEqual([]);
});
