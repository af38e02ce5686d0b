import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findBadFile } from "../../../lib/models/find-bad-file.ts";
import { storeModel } from "../../../lib/models/import-model.ts";
import type { KeptFile } from "../../../lib/models/model-manifest.ts";
import { listModelFiles } from "../../../lib/models/model-store.ts";
import { fakeOpfs } from "./fake-opfs.ts";

let files: readonly KeptFile[] = [];

beforeEach(async () => {
  fakeOpfs();
  const contents = { "config.json": "{}", "onnx/model_q4.onnx": "weights" };
  async function* arriving() {
    for (const [path, text] of Object.entries(contents))
      yield { path, bytes: text.length, stream: new Blob([text]).stream() };
  }
  const signal = new AbortController().signal;
  await storeModel("org/model", arriving(), { onBytes: () => {}, signal });
  files = await listModelFiles("org/model");
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("no file is bad where all are as they were stored, and every byte was compared", async () => {
  let comparedBytes = 0;
  const bad = await findBadFile("org/model", files, (bytes) => {
    comparedBytes += bytes;
  });
  expect(bad).toBe(null);
  expect(comparedBytes).toBe("{}weights".length);
});

test.each<[string, (kept: KeptFile) => KeptFile]>([
  ["has other bytes", (kept) => ({ ...kept, stepSha256: ["0".repeat(64)] })],
  ["has another length", (kept) => ({ ...kept, bytes: kept.bytes + 1 })],
  ["has steps that nothing is known of", (kept) => ({ ...kept, stepSha256: [] })],
  ["is gone", (kept) => ({ ...kept, path: "onnx/gone.onnx" })],
])("a file that %s is bad", async (_what, change) => {
  const [config, weights] = files;
  if (!config || !weights) throw new Error("the files were not stored");
  const changed = change(weights);
  expect(await findBadFile("org/model", [config, changed], () => {})).toBe(changed.path);
});
