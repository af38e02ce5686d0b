import { expect, test } from "vitest";
import { buildLadder } from "../../../lib/engine/ladder.ts";
import type { Gpu } from "../../../lib/models/device-report.ts";

const settings = { device: "auto", threads: null, idleMinutes: 5, cores: 8 } as const;
const files = ["onnx/model_q4f16.onnx", "onnx/model_q4.onnx", "onnx/model_quantized.onnx"];
const limits = { maxBufferBytes: 2 ** 31, maxBindingBytes: 2 ** 31 };
const gpu: Gpu = { kind: "adapter", shaderF16: true, isSoftware: false, ...limits };

test("a GPU with 16-bit floats takes q4f16, one without takes q4, a processor takes q8", () => {
  const dtypes = (gpu: Gpu) => buildLadder(files, gpu, settings).rungs.map(({ dtype }) => dtype);
  expect(dtypes(gpu)).toEqual(["q4f16", "q8"]);
  expect(dtypes({ ...gpu, shaderF16: false })).toEqual(["q4", "q8"]);
  expect(dtypes({ kind: "none" })).toEqual(["q8"]);
});

test("4-bit weights are not run on a processor, which has no kernel for them", () => {
  const ladder = buildLadder(["onnx/model_q4.onnx"], { kind: "none" }, settings);
  expect(ladder.rungs).toEqual([]);
  expect(ladder.passedOver).toContainEqual({ device: "wasm", reason: "no-weights" });
});

test("a software adapter is passed over unless the reader chose the GPU", () => {
  const software: Gpu = { ...gpu, isSoftware: true };
  const passedOver = [{ device: "webgpu", reason: "software-adapter" }];
  expect(buildLadder(files, software, settings)).toMatchObject({ passedOver });
  const chosen = buildLadder(files, software, { ...settings, device: "webgpu" });
  expect(chosen.rungs[0]?.device).toBe("webgpu");
});

test("the reader's threads are taken; otherwise all of a small processor, half of a large one", () => {
  const threads = (change: object) =>
    buildLadder(files, { kind: "none" }, { ...settings, ...change }).rungs[0]?.threads;
  expect(threads({ threads: 3 })).toBe(3);
  expect(threads({ cores: 2 })).toBe(2);
  expect(threads({ cores: 12 })).toBe(6);
});
