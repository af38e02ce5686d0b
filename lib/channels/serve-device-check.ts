import { AppError } from "../errors.ts";
import type { DeviceReport } from "../models/device-report.ts";
import { serveChannel } from "./channel.ts";

/** Lets the extension's other pages ask what this machine can run. */
export function serveDeviceCheck(check: () => Promise<DeviceReport>): void {
  serveChannel("device", (channel) => {
    channel.onMessage(async () => {
      try {
        channel.send({ kind: "done", report: await check() });
      } catch (thrown) {
        channel.send({ kind: "failed", error: AppError.from(thrown).toWire() });
      }
      channel.close();
    });
  });
}
