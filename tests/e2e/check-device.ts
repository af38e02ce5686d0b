import * as v from "valibot";
import { type DeviceReport, deviceReportSchema } from "../../lib/models/device-report.ts";
import type { Launched } from "./launch.ts";

/** What the check of the device found, and how long it took. */
export interface DeviceChecked {
  report: DeviceReport;
  /** From the question that was heard to its answer. */
  ms: number;
}

/** Asks as the panel asks: by a port to the offscreen page, once that listens. */
export async function checkDevice(sotto: Launched): Promise<DeviceChecked> {
  const page = await sotto.context.newPage();
  const url = `chrome-extension://${sotto.extensionId}/sidepanel.html`;
  await page.goto(url, { waitUntil: "commit" }); // before the panel itself has asked
  const { answer, ms } = await page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<{ answer: unknown; ms: number }>();
    const ask = () => {
      const askedMs = performance.now();
      const port = chrome.runtime.connect({ name: "device" });
      port.onMessage.addListener((answer) => resolve({ answer, ms: performance.now() - askedMs }));
      port.onDisconnect.addListener(ask); // nobody listens yet
      port.postMessage({ kind: "check" });
    };
    ask();
    return promise;
  });
  return { report: v.parse(doneSchema, answer).report, ms };
}

const doneSchema = v.object({ kind: v.literal("done"), report: deviceReportSchema });

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  runtime: {
    connect(info: { name: string }): {
      onMessage: { addListener(listener: (message: unknown) => void): void };
      onDisconnect: { addListener(listener: () => void): void };
      postMessage(message: object): void;
    };
  };
};
