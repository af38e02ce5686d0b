import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { catalogue } from "../../../lib/models/catalogue.ts";
import { pinnedFiles, pinnedRevision, pinsSchema } from "../../../lib/models/pins.ts";

const revision = "1".repeat(40);
const files = [{ path: "config.json", bytes: 2, sha256: "a".repeat(64) }];
const known = { "some/model": { revision, files } };

test("a pinned model has its files at the pinned commit and at no other", () => {
  expect(pinnedRevision("some/model", known)).toBe(revision);
  expect(pinnedFiles("some/model", revision, known)).toEqual(files);
  expect(pinnedFiles("some/model", "2".repeat(40), known)).toBeNull();
  expect(pinnedFiles("other/model", revision, known)).toBeNull();
});

test("what is written into the pins is of the catalogue, and well formed", () => {
  const path = join(import.meta.dirname, "../../../lib/models/pins.json");
  const pins = v.parse(pinsSchema, JSON.parse(readFileSync(path, "utf8")));
  const ids = catalogue.map(({ id }) => id);
  expect(Object.keys(pins).filter((id) => !ids.includes(id))).toEqual([]);
});
