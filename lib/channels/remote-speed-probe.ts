import * as v from "valibot";
import type { Rung } from "../engine/ladder.ts";
import { fromProbeSchema } from "../engine/probe-protocol.ts";
import { AppError } from "../errors.ts";
import type { Speed } from "../models/device-report.ts";

/** A device that takes longer than this to be measured is not measured. */
const LIMIT_MS = 10_000;

/**
 * Measures a rung in a worker that is ended afterwards.
 * @throws AppError what the worker failed with; `no-backend` if it does not answer in time.
 */
export async function remoteSpeedProbe(worker: Worker, rung: Rung): Promise<Speed> {
  const { promise, resolve, reject } = Promise.withResolvers<Speed>();
  const fail = (why: string) => reject(new AppError("no-backend", why));
  const timer = setTimeout(() => fail("the device took too long"), LIMIT_MS);
  worker.onerror = () => fail("the worker broke");
  worker.onmessage = ({ data }) => {
    const parsed = v.safeParse(fromProbeSchema, data);
    if (!parsed.success) fail("the worker told nonsense");
    else if (parsed.output.kind === "failed") reject(AppError.fromWire(parsed.output.error));
    else resolve(parsed.output.speed);
  };
  worker.postMessage(rung);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
