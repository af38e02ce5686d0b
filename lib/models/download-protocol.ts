import * as v from "valibot";
import { wireErrorSchema } from "../errors.ts";
import { downloadSchema, listingSchema, wantedModelSchema } from "./downloads.ts";

/** What the download worker is told. A worker does one thing once. */
export const toDownloadWorkerSchema = v.variant("kind", [
  v.object({ kind: v.literal("list"), wanted: wantedModelSchema }),
  v.object({ kind: v.literal("download"), wanted: wantedModelSchema }),
  /** What has come is put in order, and the fetching ends as `cancelled`. */
  v.object({ kind: v.literal("pause") }),
]);
export type ToDownloadWorker = v.InferOutput<typeof toDownloadWorkerSchema>;

/** What a download tells while it goes on. */
const downloadProgressSchema = v.omit(downloadSchema, ["modelId"]);
export type DownloadProgress = v.InferOutput<typeof downloadProgressSchema>;

/** Everything that comes out of the download worker. */
export const fromDownloadWorkerSchema = v.variant("kind", [
  v.object({ kind: v.literal("progress"), progress: downloadProgressSchema }),
  v.object({ kind: v.literal("listed"), listing: listingSchema }),
  v.object({ kind: v.literal("fetched") }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
]);
export type FromDownloadWorker = v.InferOutput<typeof fromDownloadWorkerSchema>;

/** The name of the lock that the worker holds while it fetches a model: it tells when it is gone. */
export function downloadLock(modelId: string): string {
  return `download ${modelId}`;
}
