import { describe, expect, test } from "vitest";
import type { CatalogueModel, Weights } from "../../../lib/models/catalogue.ts";
import type { DeviceReport, GpuAdapter } from "../../../lib/models/device-report.ts";
import { type Fit, fitModel, recommend } from "../../../lib/models/fit.ts";

const GiB = 2 ** 30;
const adapter: GpuAdapter = {
  kind: "adapter",
  shaderF16: true,
  isSoftware: false,
  maxBufferBytes: 2 * GiB,
  maxBindingBytes: 2 * GiB,
};
const processor: DeviceReport = {
  gpu: { kind: "none" },
  cores: 4,
  threads: 4,
  memoryBytes: 8 * GiB,
  freeBytes: 50 * GiB,
  speed: { wasm: { readWeightsPerSecond: 60e9, writeWeightsPerSecond: 10e9 }, webgpu: null },
};
const graphicsCard: DeviceReport = {
  ...processor,
  gpu: adapter,
  speed: {
    ...processor.speed,
    webgpu: { readWeightsPerSecond: 2e12, writeWeightsPerSecond: 60e9 },
  },
};

const q8: Weights = { device: "wasm", dtype: "q8", aboutBytes: 400e6 };
const q4: Weights = { device: "webgpu", dtype: "q4", aboutBytes: 400e6 };
const q4f16: Weights = { device: "webgpu", dtype: "q4f16", aboutBytes: 300e6 };

function model(given: Partial<CatalogueModel> = {}): CatalogueModel {
  return {
    id: "someone/model",
    name: "Model",
    tier: "light",
    family: "smollm",
    revision: "main",
    licence: { name: "Apache-2.0", terms: "Free for any use." },
    languages: "English",
    contextTokens: 8192,
    parameters: 360e6,
    weights: [q8, q4f16, q4],
    faithfulness: null,
    caution: null,
    ...given,
  };
}

describe("the weights that a model fits with", () => {
  test.each<[string, DeviceReport, Weights]>([
    ["8-bit on a processor", processor, q8],
    ["16-bit floats on a graphics card that has them", graphicsCard, q4f16],
    [
      "32-bit floats on one that has not",
      { ...graphicsCard, gpu: { ...adapter, shaderF16: false } },
      q4,
    ],
    [
      "8-bit where the adapter is software",
      { ...graphicsCard, gpu: { ...adapter, isSoftware: true } },
      q8,
    ],
    [
      "8-bit where the graphics card's pieces of memory are too small",
      { ...graphicsCard, gpu: { ...adapter, maxBindingBytes: 128 * 2 ** 20 } },
      q8,
    ],
  ])("are %s", (_, report, weights) => {
    expect(fitModel(model(), report)).toMatchObject({ kind: "fits", weights });
  });
});

describe("a model that does not fit says why", () => {
  const gpuOnly = model({ weights: [q4f16] });
  const small = { ...graphicsCard, gpu: { ...adapter, maxBufferBytes: 64 * 2 ** 20 } };
  test.each<[string, CatalogueModel, DeviceReport, Partial<Fit>]>([
    ["no adapter", gpuOnly, processor, { reason: "needs-webgpu" }],
    [
      "an adapter without 16-bit floats",
      gpuOnly,
      { ...graphicsCard, gpu: { ...adapter, shaderF16: false } },
      { reason: "needs-shader-f16" },
    ],
    [
      "buffers that are too small",
      gpuOnly,
      small,
      { reason: "buffer-too-small", availableBytes: 64 * 2 ** 20 },
    ],
    [
      "little memory",
      model(),
      { ...processor, memoryBytes: GiB },
      { reason: "too-little-memory", neededBytes: 400e6 * 1.3 + 300e6 },
    ],
    [
      "little space",
      model(),
      { ...processor, freeBytes: 400e6 },
      { reason: "too-little-space", availableBytes: 400e6 },
    ],
  ])("%s", (_, model, report, reason) => {
    expect(fitModel(model, report)).toMatchObject({ kind: "unfit", ...reason });
  });

  test("but what the browser does not tell is no reason", () => {
    const unknown = { ...processor, memoryBytes: null, freeBytes: null };
    expect(fitModel(model(), unknown).kind).toBe("fits");
  });
});

test("a model whose device was not measured fits without a prediction", () => {
  const report = { ...processor, speed: { wasm: null, webgpu: null } };
  expect(fitModel(model(), report)).toMatchObject({ kind: "fits", prediction: null });
});

describe("the recommended model", () => {
  const large = model({ id: "a/large", parameters: 800e6, weights: [q4f16, q4] });
  const middle = model({ id: "a/middle" });
  const least = model({ id: "a/least", parameters: 135e6, weights: [q8] });
  const models = [large, middle, least];
  const slow = (share: number): DeviceReport => ({
    ...processor,
    speed: {
      wasm: { readWeightsPerSecond: 60e9 * share, writeWeightsPerSecond: 10e9 * share },
      webgpu: null,
    },
  });

  test.each<[string, DeviceReport, string]>([
    ["the best one for a graphics card", graphicsCard, "a/large"],
    ["the best one that a processor runs", processor, "a/middle"],
    ["a smaller one where the best is too slow", slow(0.4), "a/least"],
    ["the fastest where all are slow", slow(0.01), "a/least"],
  ])("is %s", (_, report, id) => {
    expect(recommend(models, report)?.model.id).toBe(id);
  });

  test("may be used for anything", () => {
    const limited = model({ id: "a/limited", licence: { name: "Gemma", terms: "Not all." } });
    expect(recommend([limited, middle], processor)?.model.id).toBe("a/middle");
    expect(recommend([limited], processor)).toBe(null);
  });

  test("is none where none fits", () => {
    expect(recommend(models, { ...processor, freeBytes: 0 })).toBe(null);
  });
});
