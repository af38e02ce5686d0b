import { cpus } from "node:os";
import { catalogue } from "../../lib/models/catalogue.ts";
import { recommend } from "../../lib/models/fit.ts";
import { checkDevice } from "./check-device.ts";
import { expect, test } from "./fixtures.ts";

test("the check measures the processor and tells what there is", async ({ sotto }) => {
  const { report } = await checkDevice(sotto);
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
  const recommendation = recommend(catalogue, (await checkDevice(sotto)).report);
  expect(recommendation?.fit.weights).toMatchObject({ device: "wasm", dtype: "q8" });
  expect(recommendation?.fit.prediction?.firstWordSeconds).toBeGreaterThan(0);
  expect(recommendation?.fit.prediction?.secondsPer100Words).toBeGreaterThan(0);
});

test.describe("with a GPU played by software", () => {
  test.use({ browserArgs: ["--enable-unsafe-webgpu"] });

  test("the check sees that it is software and measures the processor only", async ({ sotto }) => {
    const { gpu, speed } = (await checkDevice(sotto)).report;
    expect(gpu).toMatchObject({ kind: "adapter", isSoftware: true, shaderF16: false });
    expect(gpu.kind === "adapter" && gpu.maxBindingBytes).toBeGreaterThan(2 ** 20);
    expect(gpu.kind === "adapter" && gpu.maxBufferBytes).toBeGreaterThan(2 ** 20);
    expect(speed).toMatchObject({
      wasm: { readWeightsPerSecond: expect.any(Number) },
      webgpu: null,
    });
  });
});
