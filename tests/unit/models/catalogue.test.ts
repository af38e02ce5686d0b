import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { catalogue, modelName, revisionOf } from "../../../lib/models/catalogue.ts";
import { wantedModelSchema } from "../../../lib/models/downloads.ts";

test("no model is listed twice, by id or by name", () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
});

describe.each(catalogue)("$name", (model) => {
  test("has an id that the hub and the download worker take", () => {
    expect(model.id).toMatch(/^\w[\w-]*\/\w[\w.-]*\w$/);
    const request = { modelId: model.id, device: "wasm", shaderF16: false };
    expect(v.is(wantedModelSchema, request)).toBe(true);
  });

  test("has weights for some device, each quantization once", () => {
    const names = model.weights.map(({ device, dtype }) => `${device} ${dtype}`);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  test("is offered on the processor only with 8-bit weights, which alone have kernels there", () => {
    const dtypes = model.weights.filter(({ device }) => device === "wasm");
    expect(dtypes.every(({ dtype }) => dtype === "q8")).toBe(true);
  });

  test("names its licence and its languages", () => {
    expect(model.licence.name).toMatch(/\S/);
    expect(model.licence.terms).toMatch(/\S.*\.$/);
    expect(model.languages).toMatch(/\S/);
  });

  test("is fetched at its own revision and shown by its own name", () => {
    expect(revisionOf(model.id)).toBe(model.revision);
    expect(modelName(model.id)).toBe(model.name);
  });
});

test.each([
  ["webgpu", "onnx-community/Qwen3.5-0.8B-Text-ONNX"],
  ["wasm", "HuggingFaceTB/SmolLM2-360M-Instruct"],
])("the first model for %s, which is offered where it is fast enough, is %s", (wanted, id) => {
  const first = catalogue.find(({ weights }) => weights.some(({ device }) => device === wanted));
  expect(first?.id).toBe(id);
});

test("the model that makes the most up says so twice", () => {
  const llama = catalogue.find(({ family }) => family === "llama");
  expect(llama?.faithfulness).toContain("20.7 %");
  expect(llama?.caution).toContain("makes things up");
});

test("what overflows on the graphics card, and the slow exports of Qwen3.5, are not offered", () => {
  const ids = catalogue.map(({ id }) => id);
  expect(ids.filter((id) => /gemma-3-270m|Qwen3\.5-(?!.*Text)/i.test(id))).toEqual([]);
});

test("a model from elsewhere is taken at its newest revision and shown by its id", () => {
  expect(revisionOf("someone/else")).toBe("main");
  expect(modelName("someone/else")).toBe("someone/else");
});

test("a model from a folder is shown by the folder's name", () => {
  expect(modelName("local/my-model")).toBe("my-model");
});
