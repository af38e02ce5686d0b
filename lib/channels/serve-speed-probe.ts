import * as v from "valibot";
import { rungSchema, type Rung } from "../engine/ladder.ts";
import type { FromProbe } from "../engine/probe-protocol.ts";
import { AppError } from "../errors.ts";
import type { Speed } from "../models/device-report.ts";

/** Lets the page that started this worker measure one rung. */
export function serveSpeedProbe(measure: (rung: Rung) => Promise<Speed>): void {
  const send = (message: FromProbe) => postMessage(message);

  onmessage = async ({ data }) => {
    try {
      send({ kind: "measured", speed: await measure(v.parse(rungSchema, data)) });
    } catch (thrown) {
      send({ kind: "failed", error: AppError.from(thrown, "no-backend").toWire() });
    }
  };
}
