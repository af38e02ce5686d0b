import * as v from "valibot";
import { wireErrorSchema } from "../errors.ts";
import { speedSchema } from "../models/device-report.ts";

/** What comes out of a worker that was sent the rung to measure. */
export const fromProbeSchema = v.variant("kind", [
  v.object({ kind: v.literal("measured"), speed: speedSchema }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
]);
export type FromProbe = v.InferOutput<typeof fromProbeSchema>;
