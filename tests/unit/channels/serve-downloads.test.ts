import { afterEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { remoteDownload } from "../../../lib/channels/remote-download.ts";
import { serveDownloadWorker } from "../../../lib/channels/serve-download-worker.ts";
import { serveDownloads } from "../../../lib/channels/serve-downloads.ts";
import { AppError } from "../../../lib/errors.ts";
import type { DownloadEvent, DownloadRequest } from "../../../lib/models/download-protocol.ts";
import { fakePorts } from "../fake-ports.ts";
import { type FakeWorker, fakeWorker } from "../fake-worker.ts";

const never = new AbortController().signal;
const request: DownloadRequest = {
  step: "fetch",
  modelId: "org/model",
  device: "wasm",
  shaderF16: false,
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Serves downloads by workers that do what `download` says; gives those that were started. */
function serve(download: Parameters<typeof serveDownloadWorker>[0]): FakeWorker[] {
  const workers: FakeWorker[] = [];
  fakePorts();
  serveDownloads(() => {
    const worker = fakeWorker(() => serveDownloadWorker(download));
    workers.push(worker);
    return worker;
  });
  return workers;
}

const endless = () => new Promise<void>(() => {});

test("tells the progress in order, settles on done, and ends the worker", async () => {
  const asked: unknown[] = [];
  const workers = serve(async (request, onEvent) => {
    asked.push(request);
    onEvent({ kind: "progress", loadedBytes: 1, totalBytes: 2 });
    onEvent({ kind: "progress", loadedBytes: 2, totalBytes: 2 });
    onEvent({ kind: "done", totalBytes: 2 });
  });
  const events: DownloadEvent[] = [];
  await remoteDownload(request, (event) => events.push(event), never);
  expect(events.map(({ kind }) => kind)).toEqual(["progress", "progress", "done"]);
  expect(asked).toEqual([request]);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
});

test("a download stopped ends its worker, which is the only stop there is", async () => {
  const workers = serve(endless);
  const abort = new AbortController();
  const running = remoteDownload(request, () => {}, abort.signal);
  await expect.poll(() => workers.length).toBe(1);
  abort.abort();
  await expect(running).rejects.toMatchObject({ code: "cancelled" });
  await expect.poll(() => workers[0]?.isTerminated).toBe(true);
});

test.each([
  ["storage-full", new AppError("storage-full", "no room")],
  ["download-failed", new TypeError("anything nobody gave a code")],
])("a failure arrives as %s and ends the worker", async (code, thrown) => {
  const workers = serve(() => Promise.reject(thrown));
  await expect(remoteDownload(request, () => {}, never)).rejects.toMatchObject({ code });
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
});

test("a worker that breaks fails the download rather than leaving the panel to wait", async () => {
  const workers = serve(endless);
  const running = remoteDownload(request, () => {}, never);
  const outcome = expect(running).rejects.toMatchObject({ code: "unexpected" });
  await expect.poll(() => workers.length).toBe(1);
  workers[0]?.breakDown();
  await outcome;
  expect(workers[0]?.isTerminated).toBe(true);
});

test("a worker that tells nonsense fails the download and is ended", async () => {
  const workers = serve(endless);
  const running = remoteDownload(request, () => {}, never);
  const outcome = expect(running).rejects.toMatchObject({ code: "unexpected" });
  await expect.poll(() => workers.length).toBe(1);
  postMessage({ kind: "progress" });
  await outcome;
  expect(workers[0]?.isTerminated).toBe(true);
});

test.each([
  ["no id", { ...request, modelId: "https://evil.example/x" }],
  ["a way up", { ...request, modelId: "../../api/whoami" }],
  ["no device", { ...request, device: "cloud" }],
])("a request for %s is not begun, and its worker is ended", async (_what, message) => {
  const download = vi.fn(endless);
  const workers = serve(download);
  const port = browser.runtime.connect({ name: "download" });
  const onClose = vi.fn();
  port.onDisconnect.addListener(onClose);
  port.postMessage(message);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  expect(download).not.toHaveBeenCalled();
});
