import { AppError } from "../errors.ts";
import type { DeviceReport } from "../models/device-report.ts";
import { openChannel } from "./channel.ts";
import { remoteCall } from "./remote-call.ts";

/**
 * Has the engine's page, which must exist already, find out what this machine can run and how fast.
 * Takes about a second at the first time.
 * @throws AppError `cancelled` when `signal` aborts; `unexpected` when the page goes away.
 */
export async function remoteDeviceCheck(signal: AbortSignal): Promise<DeviceReport> {
  let report: DeviceReport | null = null;
  const onEvent = (event: { report: DeviceReport }) => {
    report = event.report;
  };
  await remoteCall(openChannel("device"), { request: { kind: "check" }, onEvent }, signal);
  if (!report) throw new AppError("unexpected", "the check ended without a report");
  return report;
}
