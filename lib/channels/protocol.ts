import * as v from "valibot";
import { jobEventSchema, jobSchema } from "../engine/engine.ts";
import { engineStateSchema } from "../engine/state.ts";
import { translationEventSchema, translationJobSchema } from "../engine/translation.ts";
import { wireErrorSchema } from "../errors.ts";
import { deviceReportSchema } from "../models/device-report.ts";
import {
  downloadCommandSchema,
  downloadSchema,
  listingSchema,
  wantedModelSchema,
} from "../models/downloads.ts";

/** How a job ends when it does not end well. */
const failedSchema = v.object({ kind: v.literal("failed"), error: wireErrorSchema });

/**
 * Everything that passes between the panel and the offscreen page. A channel is a port: the panel
 * opens one, and closing it ends whatever it stood for. What arrives is checked by these schemas.
 */
export const channels = {
  /** Open while the panel wants to know what the engine is doing. */
  state: { toEngine: v.never(), toPanel: engineStateSchema },
  /** One job. The panel sends the job once; closing the channel early cancels it. */
  job: { toEngine: jobSchema, toPanel: v.variant("kind", [jobEventSchema, failedSchema]) },
  /** The same for texts that are to be translated by packs. */
  translation: {
    toEngine: translationJobSchema,
    toPanel: v.variant("kind", [translationEventSchema, failedSchema]),
  },
  /** One check of the device. The panel asks once; the report ends it. */
  device: {
    toEngine: v.object({ kind: v.literal("check") }),
    toPanel: v.variant("kind", [
      v.object({ kind: v.literal("done"), report: deviceReportSchema }),
      failedSchema,
    ]),
  },
  /** Open while a page wants to know of the downloads; each message is all of them. */
  downloads: { toEngine: downloadCommandSchema, toPanel: v.array(downloadSchema) },
  /** How large a download would be. The page names the model once. */
  listing: {
    toEngine: wantedModelSchema,
    toPanel: v.variant("kind", [
      v.object({ kind: v.literal("done"), listing: listingSchema }),
      failedSchema,
    ]),
  },
} as const;

type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type ToEngine<N extends ChannelName> = v.InferOutput<Channels[N]["toEngine"]>;
export type ToPanel<N extends ChannelName> = v.InferOutput<Channels[N]["toPanel"]>;
