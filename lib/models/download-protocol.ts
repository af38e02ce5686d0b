import * as v from "valibot";
import { wireErrorSchema } from "../errors.ts";
import { deviceSchema } from "./device.ts";

/** What to fetch. `list` only asks for the size, which the reader is shown before a download. */
export const downloadRequestSchema = v.object({
  step: v.picklist(["list", "fetch"]),
  modelId: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  device: deviceSchema,
  shaderF16: v.boolean(),
});
export type DownloadRequest = v.InferOutput<typeof downloadRequestSchema>;

/** What a download tells while it goes on. */
export const downloadEventSchema = v.variant("kind", [
  v.object({ kind: v.literal("progress"), loadedBytes: v.number(), totalBytes: v.number() }),
  v.object({ kind: v.literal("done"), totalBytes: v.number() }),
]);
export type DownloadEvent = v.InferOutput<typeof downloadEventSchema>;

/** How a download ends when it does not end well. */
export const downloadFailedSchema = v.object({ kind: v.literal("failed"), error: wireErrorSchema });

/** Everything that comes out of the download worker. */
export const fromDownloadSchema = v.variant("kind", [
  ...downloadEventSchema.options,
  downloadFailedSchema,
]);
export type FromDownload = v.InferOutput<typeof fromDownloadSchema>;
