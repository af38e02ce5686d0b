import * as v from "valibot";
import { wireErrorSchema } from "../errors.ts";
import { deviceSchema } from "./device.ts";
import { modelIdSchema } from "./model-manifest.ts";

/** A model to fetch, and for what: the device decides which of its files are needed. */
export const wantedModelSchema = v.object({
  modelId: modelIdSchema,
  device: deviceSchema,
  shaderF16: v.boolean(),
  /** A mirror to ask in place of the hub: one of those that the build lists. */
  hubOrigin: v.optional(v.string()),
});
export type WantedModel = v.InferOutput<typeof wantedModelSchema>;

/** What a download is doing. Whatever it is, what has come and was verified is kept. */
const downloadStateSchema = v.variant("kind", [
  /** Asking the hub which files there are, with their sizes and hashes. */
  v.object({ kind: v.literal("listing") }),
  v.object({
    kind: v.literal("fetching"),
    file: v.string(),
    /** Over the last seconds; null until it is known. */
    bytesPerSecond: v.nullable(v.number()),
  }),
  /** It goes on by itself: when there is a network again, or after a while. */
  v.object({
    kind: v.literal("waiting"),
    why: v.picklist(["offline", "busy", "broken-off"]),
    /** Milliseconds since 1970; null when it waits for the network. */
    untilMs: v.nullable(v.number()),
  }),
  /** By the reader, or because the browser ended. */
  v.object({ kind: v.literal("paused") }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
  /** The model is whole, and among the stored ones. */
  v.object({ kind: v.literal("done") }),
]);
export type DownloadState = v.InferOutput<typeof downloadStateSchema>;

/** One model's download. Bytes are those of all files that were wanted. */
export const downloadSchema = v.object({
  modelId: v.string(),
  /** What has come. Of the step under way it is fetched again if the browser ends. */
  loadedBytes: v.number(),
  /** 0 while they are being listed. */
  totalBytes: v.number(),
  state: downloadStateSchema,
});
export type Download = v.InferOutput<typeof downloadSchema>;

/** What a download would fetch. */
export const listingSchema = v.object({
  totalBytes: v.number(),
  files: v.array(v.object({ path: v.string(), bytes: v.number() })),
});
export type Listing = v.InferOutput<typeof listingSchema>;

/** What the reader can do with downloads. */
export const downloadCommandSchema = v.variant("kind", [
  /** Starts or goes on; a download that runs already is left alone. */
  v.object({ kind: v.literal("start"), wanted: wantedModelSchema }),
  v.object({ kind: v.literal("pause"), modelId: v.string() }),
  /** Forgets a download that is not done, and what has come of it. */
  v.object({ kind: v.literal("discard"), modelId: v.string() }),
]);
export type DownloadCommand = v.InferOutput<typeof downloadCommandSchema>;

/**
 * Every download there is: one a model, whoever asked for it. They belong to no page, and go on when
 * the panel is closed; after the browser was closed they are paused.
 */
export interface Downloads {
  /** Calls `listener` with all downloads at once and after each change, until the returned stop. */
  watch(listener: (downloads: readonly Download[]) => void): () => void;
  command(command: DownloadCommand): void;
}
