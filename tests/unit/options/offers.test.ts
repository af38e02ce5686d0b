import { describe, expect, test } from "vitest";
import { catalogue } from "../../../lib/models/catalogue.ts";
import { createOffers } from "../../../lib/options/offers.ts";
import { adapter, reportWith } from "./played-models.ts";

test("nothing is offered before the machine was looked at, which is done once", async () => {
  let looks = 0;
  const offers = createOffers(async () => {
    looks += 1;
    return reportWith({ kind: "none" });
  });
  expect(offers.all.value).toBeNull();
  expect(offers.recommended.value).toBeNull();
  await Promise.all([offers.check(), offers.waysToWant("a/b")]);
  expect(offers.all.value?.map(({ model }) => model)).toEqual(catalogue);
  expect(offers.recommended.value).not.toBeNull();
  expect(looks).toBe(1);
});

test("a look that failed is told, and taken again", async () => {
  let looks = 0;
  const offers = createOffers(async () => {
    looks += 1;
    if (looks === 1) throw new Error("the page went away");
    return reportWith({ kind: "none" });
  });
  await offers.check();
  expect(offers.problem.value?.code).toBe("unexpected");
  await offers.check();
  expect(offers.problem.value).toBeNull();
  expect(offers.all.value).not.toBeNull();
});

describe("a model is wanted", () => {
  test("for the processor where there is no graphics card", async () => {
    const offers = createOffers(async () => reportWith({ kind: "none" }));
    expect(await offers.waysToWant("any/model")).toEqual([
      { modelId: "any/model", device: "wasm", shaderF16: false },
    ]);
  });

  test("for the processor where the graphics card is software", async () => {
    const offers = createOffers(async () => reportWith({ ...adapter, isSoftware: true }));
    const ways = await offers.waysToWant("any/model");
    expect(ways.map(({ device }) => device)).toEqual(["wasm"]);
  });

  test("for what it fits, if it is on offer", async () => {
    const offers = createOffers(async () => reportWith(adapter));
    await offers.check();
    for (const { model, fit } of offers.all.value ?? []) {
      if (fit.kind !== "fits") continue;
      const ways = await offers.waysToWant(model.id);
      expect(ways.map(({ device }) => device)).toEqual([fit.weights.device]);
    }
  });

  test("for the graphics card, else the processor, if nothing is known of it", async () => {
    const offers = createOffers(async () => reportWith(adapter));
    expect(await offers.waysToWant("any/model")).toEqual([
      { modelId: "any/model", device: "webgpu", shaderF16: true },
      { modelId: "any/model", device: "wasm", shaderF16: false },
    ]);
  });
});
