import * as v from "valibot";
import { AppError } from "../errors.ts";
import {
  downloadLock,
  type FromDownloadWorker,
  fromDownloadWorkerSchema,
  type ToDownloadWorker,
} from "../models/download-protocol.ts";
import type { Listing } from "../models/downloads.ts";
import type { DownloadWorker } from "../models/downloads-host.ts";

/** A worker with the network, used as if it were here. */
export function remoteDownloadWorker(worker: Worker): DownloadWorker {
  return {
    async list(wanted) {
      let listing: Listing = { totalBytes: 0, files: [] };
      await call(worker, { kind: "list", wanted }, (told) => {
        if (told.kind === "listed") ({ listing } = told);
      });
      return listing;
    },

    async download(wanted, onProgress) {
      const over = new AbortController();
      const gone = Promise.withResolvers<never>();
      let isBegun = false;
      const fetched = call(worker, { kind: "download", wanted }, (told) => {
        if (told.kind !== "progress") return;
        onProgress(told.progress);
        if (!isBegun) untilGone(wanted.modelId, over.signal).then(gone.reject, () => {});
        isBegun = true;
      });
      try {
        await Promise.race([fetched, gone.promise]);
      } finally {
        over.abort();
      }
    },

    pause: () => worker.postMessage({ kind: "pause" } satisfies ToDownloadWorker),
    end: () => worker.terminate(),
  };
}

/** Sends a message; hands on what the worker tells, until it has answered or failed. */
function call(
  worker: Worker,
  message: ToDownloadWorker,
  onMessage: (message: FromDownloadWorker) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (why: string) => reject(new AppError("download-failed", why));
  worker.onerror = () => fail("the download worker broke");
  worker.onmessage = ({ data }) => {
    const parsed = v.safeParse(fromDownloadWorkerSchema, data);
    if (!parsed.success) return fail("the download worker told nonsense");
    const told = parsed.output;
    if (told.kind === "failed") return reject(AppError.fromWire(told.error));
    onMessage(told);
    if (told.kind !== "progress") resolve();
  };
  worker.postMessage(message);
  return promise;
}

/** How long a worker's last message may take after it has let go of its lock. */
const LAST_WORDS_MS = 1_000;

/**
 * Gives an error when the worker that fetches a model is gone without a word, as when the browser
 * killed it: nothing but its lock tells. It must hold the lock already.
 */
async function untilGone(modelId: string, signal: AbortSignal): Promise<AppError> {
  await navigator.locks.request(downloadLock(modelId), { signal }, () => {});
  await new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS));
  return new AppError("download-failed", "the download worker was ended");
}
