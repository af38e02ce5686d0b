import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { modelName, revisionOf } from "../../../lib/models/catalogue.ts";
import { packs } from "../../../lib/models/catalogue/packs.ts";
import { wantedModelSchema } from "../../../lib/models/downloads.ts";
import { findRoute, packOf } from "../../../lib/models/packs.ts";

test("a model of the hub is a pack for one direction, and a direction has one pack", () => {
  expect(new Set(packs.map(({ id }) => id)).size).toBe(packs.length);
  expect(new Set(packs.map(({ from, to }) => `${from} ${to}`)).size).toBe(packs.length);
});

describe.each(packs)("$id", (pack) => {
  test("has an id that the download worker takes, and is known by it", () => {
    const wanted = { modelId: pack.id, device: "wasm", shaderF16: false };
    expect(v.is(wantedModelSchema, wanted)).toBe(true);
    expect(packOf(pack.id)).toEqual(pack);
    expect(revisionOf(pack.id)).toBe(pack.revision);
  });

  test("has 8-bit weights for the processor, which every machine has", () => {
    expect(pack.weights.map(({ device, dtype }) => `${device} ${dtype}`)).toEqual(["wasm q8"]);
  });

  test("goes from or to English, and says so in its name", () => {
    expect([pack.from, pack.to]).toContain("en");
    expect(modelName(pack.id)).toMatch(/^English to \p{Lu}\p{L}+$|^\p{Lu}\p{L}+ to English$/u);
  });
});

test.each(["de", "fr", "es", "it", "pt", "nl", "cs", "ru", "uk", "sv", "da", "fi", "hu"])(
  "%s is translated both ways",
  (language) => {
    expect(findRoute({ from: language, to: "en" })).toHaveLength(1);
    expect(findRoute({ from: "en", to: language })).toHaveLength(1);
  },
);

test("between two other languages the way leads through English", () => {
  const ids = (from: string, to: string) => findRoute({ from, to })?.map(({ id }) => id) ?? null;
  expect(ids("de", "fr")).toEqual(["Xenova/opus-mt-de-en", "Xenova/opus-mt-en-fr"]);
  expect(ids("pt", "nl")).toEqual(["Xenova/opus-mt-ROMANCE-en", "Xenova/opus-mt-en-nl"]);
  expect(ids("de", "de")).toBeNull();
  expect(ids("de", "ko")).toBeNull();
  expect(ids("xx", "de")).toBeNull();
});

test("only packs that are given make a way", () => {
  const here = packs.filter(({ to }) => to === "en");
  expect(findRoute({ from: "de", to: "en" }, here)).toHaveLength(1);
  expect(findRoute({ from: "de", to: "fr" }, here)).toBeNull();
});

test("a pack that was brought in from a folder is known by the folder's name", () => {
  expect(packOf("local/opus-mt-de-en")).toMatchObject({ id: "local/opus-mt-de-en", from: "de" });
  expect(packOf("local/de-en")).toBeNull();
});
