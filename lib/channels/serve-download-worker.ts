import * as v from "valibot";
import { AppError } from "../errors.ts";
import {
  type DownloadProgress,
  type FromDownloadWorker,
  type ToDownloadWorker,
  toDownloadWorkerSchema,
} from "../models/download-protocol.ts";
import type { Listing, WantedModel } from "../models/downloads.ts";

/** What a worker with the network can do. */
export interface DownloadService {
  list(wanted: WantedModel, signal: AbortSignal): Promise<Listing>;
  download(
    wanted: WantedModel,
    onProgress: (progress: DownloadProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Lets the page that started this worker have it list or fetch a model. */
export function serveDownloadWorker(service: DownloadService): void {
  const send = (message: FromDownloadWorker) => postMessage(message);
  const abort = new AbortController();

  async function obey(message: Exclude<ToDownloadWorker, { kind: "pause" }>): Promise<void> {
    switch (message.kind) {
      case "list":
        send({ kind: "listed", listing: await service.list(message.wanted, abort.signal) });
        return;
      case "download": {
        const onProgress = (progress: DownloadProgress) => send({ kind: "progress", progress });
        await service.download(message.wanted, onProgress, abort.signal);
        send({ kind: "fetched" });
        return;
      }
    }
  }

  onmessage = async ({ data }) => {
    try {
      const message = v.parse(toDownloadWorkerSchema, data);
      if (message.kind === "pause") abort.abort();
      else await obey(message);
    } catch (thrown) {
      send({ kind: "failed", error: AppError.from(thrown, "download-failed").toWire() });
    }
  };
}
