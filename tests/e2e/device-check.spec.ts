import { cpus } from "node:os";
import * as v from "valibot";
import { type DeviceReport, deviceReportSchema } from "../../lib/models/device-report.ts";
import { catalogue } from "../../lib/models/catalogue.ts";
import { recommend } from "../../lib/models/fit.ts";
import { expect, test } from "./fixtures.ts";
import type { Launched } from "./launch.ts";

test("the check measures the processor and tells what there is", async ({ sotto }) => {
  const report = await checkDevice(sotto);
  expect(report.cores).toBe(cpus().length);
  expect(report.threads).toBeGreaterThan(0);
  expect(report.memoryBytes).toBeGreaterThan(0);
  expect(report.freeBytes).toBeGreaterThan(0);
  const { wasm, webgpu } = report.speed;
  expect(wasm?.writeWeightsPerSecond).toBeGreaterThan(0);
  expect(wasm?.readWeightsPerSecond).toBeGreaterThan(wasm?.writeWeightsPerSecond ?? Infinity);
  expect(webgpu).toBe(null);
});

test("one model is recommended for this machine, with what to expect of it", async ({ sotto }) => {
  const recommendation = recommend(catalogue, await checkDevice(sotto));
  expect(recommendation?.fit.weights).toMatchObject({ device: "wasm", dtype: "q8" });
  expect(recommendation?.fit.prediction?.firstWordSeconds).toBeGreaterThan(0);
  expect(recommendation?.fit.prediction?.secondsPer100Words).toBeGreaterThan(0);
});

test.describe("with a GPU played by software", () => {
  test.use({ browserArgs: ["--enable-unsafe-webgpu"] });

  test("the check sees that it is software and measures the processor only", async ({ sotto }) => {
    const { gpu, speed } = await checkDevice(sotto);
    expect(gpu).toMatchObject({ kind: "adapter", isSoftware: true, shaderF16: false });
    expect(gpu.kind === "adapter" && gpu.maxBindingBytes).toBeGreaterThan(2 ** 20);
    expect(gpu.kind === "adapter" && gpu.maxBufferBytes).toBeGreaterThan(2 ** 20);
    expect(speed).toMatchObject({
      wasm: { readWeightsPerSecond: expect.any(Number) },
      webgpu: null,
    });
  });
});

/** Asks as the panel asks: by a port to the offscreen page, once that listens. */
async function checkDevice(sotto: Launched): Promise<DeviceReport> {
  const page = await sotto.context.newPage();
  await page.goto(`chrome-extension://${sotto.extensionId}/sidepanel.html`);
  const answer = await page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const ask = () => {
      const port = chrome.runtime.connect({ name: "device" });
      port.onMessage.addListener(resolve);
      port.onDisconnect.addListener(ask); // nobody listens yet
      port.postMessage({ kind: "check" });
    };
    ask();
    return promise;
  });
  return v.parse(doneSchema, answer).report;
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
