import * as v from "valibot";
import { AppError } from "../errors.ts";
import {
  type DownloadEvent,
  type DownloadRequest,
  downloadRequestSchema,
  type FromDownload,
} from "../models/download-protocol.ts";

type Download = (
  request: DownloadRequest,
  onEvent: (event: DownloadEvent) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Lets the page that started this worker ask it for one download. Ending the worker stops it. */
export function serveDownloadWorker(download: Download): void {
  const send = (message: FromDownload) => postMessage(message);
  const never = new AbortController().signal;

  onmessage = async ({ data }) => {
    try {
      await download(v.parse(downloadRequestSchema, data), send, never);
    } catch (thrown) {
      send({ kind: "failed", error: AppError.from(thrown, "download-failed").toWire() });
    }
  };
}
