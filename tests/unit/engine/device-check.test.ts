import * as v from "valibot";
import { expect, test } from "vitest";
import { type CheckSurroundings, DeviceCheck } from "../../../lib/engine/device-check.ts";
import type { Rung } from "../../../lib/engine/ladder.ts";
import { deviceReportSchema, type Gpu } from "../../../lib/models/device-report.ts";

const speed = { readWeightsPerSecond: 2e9, writeWeightsPerSecond: 1e9 };
const hardware: Gpu = {
  kind: "adapter",
  shaderF16: true,
  isSoftware: false,
  maxBufferBytes: 2 ** 31,
  maxBindingBytes: 2 ** 31,
};

function startCheck(given: Partial<CheckSurroundings> = {}) {
  const measured: Rung[] = [];
  const check = new DeviceCheck({
    detectGpu: async () => ({ kind: "none" }),
    measureSpeed: async (rung) => {
      measured.push(rung);
      return speed;
    },
    bestSpeed: async (_rung, measured) => measured,
    estimateStorage: async () => ({ quota: 1000, usage: 400 }),
    isBusy: () => false,
    cores: 2,
    memoryBytes: 2 ** 33,
    ...given,
  });
  return { check, measured };
}

test("tells what the machine has and how fast its processor is", async () => {
  const report = await startCheck().check.report();
  expect(report).toEqual({
    gpu: { kind: "none" },
    cores: 2,
    threads: 2,
    memoryBytes: 2 ** 33,
    freeBytes: 600,
    speed: { wasm: speed, webgpu: null },
  });
  expect(v.is(deviceReportSchema, JSON.parse(JSON.stringify(report)))).toBe(true);
});

test("measures the weights and threads that the engine would take", async () => {
  const { check, measured } = startCheck({ detectGpu: async () => hardware, cores: 8 });
  await check.report();
  expect(measured).toEqual([
    { device: "wasm", dtype: "q8", threads: 4 },
    { device: "webgpu", dtype: "q4f16", threads: 1 },
  ]);
});

test("does not measure an adapter that is software, which models do not run on", async () => {
  const { check, measured } = startCheck({
    detectGpu: async () => ({ ...hardware, isSoftware: true }),
  });
  const { gpu, speed } = await check.report();
  expect(gpu).toMatchObject({ isSoftware: true });
  expect(speed.webgpu).toBe(null);
  expect(measured.map(({ device }) => device)).toEqual(["wasm"]);
});

test("measures once, but asks for the free space every time", async () => {
  let usage = 0;
  const { check, measured } = startCheck({
    estimateStorage: async () => ({ quota: 1000, usage: (usage += 100) }),
  });
  const reports = [await check.report(), await check.report()];
  expect(reports.map(({ freeBytes }) => freeBytes)).toEqual([900, 800]);
  expect(measured).toHaveLength(1);
});

test("two that ask at once share one measurement", async () => {
  const { check, measured } = startCheck();
  await Promise.all([check.report(), check.report()]);
  expect(measured).toHaveLength(1);
});

test("a device whose measurement fails has no speed, and is measured again when asked again", async () => {
  let tries = 0;
  const { check } = startCheck({
    measureSpeed: async () => {
      if (tries++ === 0) throw new Error("no memory");
      return speed;
    },
  });
  expect((await check.report()).speed.wasm).toBe(null);
  expect((await check.report()).speed.wasm).toEqual(speed);
});

test("tells the best that is known, also where measuring fails", async () => {
  const best = { readWeightsPerSecond: 3e9, writeWeightsPerSecond: 2e9 };
  const bestSpeed = async () => best;
  expect((await startCheck({ bestSpeed }).check.report()).speed.wasm).toEqual(best);
  const measureSpeed = () => Promise.reject(new Error("too slow"));
  expect((await startCheck({ bestSpeed, measureSpeed }).check.report()).speed.wasm).toEqual(best);
});

test("what was measured is told where nothing can be kept", async () => {
  const { check } = startCheck({ bestSpeed: () => Promise.reject(new Error("the disk is full")) });
  expect((await check.report()).speed.wasm).toEqual(speed);
});

test("what was measured while a job ran is not kept", async () => {
  let isBusy = true;
  const { check, measured } = startCheck({ isBusy: () => isBusy });
  await check.report();
  isBusy = false;
  await check.report();
  await check.report();
  expect(measured).toHaveLength(2);
});

test("what the browser does not tell is told as unknown", async () => {
  const { check } = startCheck({ estimateStorage: async () => ({}), memoryBytes: null });
  expect(await check.report()).toMatchObject({ freeBytes: null, memoryBytes: null });
  const refused = startCheck({ estimateStorage: () => Promise.reject(new Error("refused")) });
  expect(await refused.check.report()).toMatchObject({ freeBytes: null });
});
