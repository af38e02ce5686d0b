import { BlobWriter, TextReader, ZipWriter } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { importZip } from "../../../lib/models/import-zip.ts";
import { listStoredModels, openModelFile } from "../../../lib/models/model-store.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;
const whole = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_q4.onnx"];

beforeEach(() => {
  fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A zip whose files each hold their own name, a thousand times. */
async function zipOf(paths: readonly string[], name = "my-model.zip"): Promise<File> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const path of paths) await zip.add(path, new TextReader(contentOf(path)));
  return new File([await zip.close()], name);
}

function contentOf(path: string): string {
  return (path.split("/").at(-1) ?? "").repeat(1000);
}

test.each([
  ["at its top", ""],
  ["in a folder", "my model/"],
  ["deep in folders", "models/org/my-model/"],
])("brings in a model that stands %s of a zip, each file to its place", async (_where, folder) => {
  const zip = await zipOf(whole.map((path) => folder + path));
  expect(await importZip(zip, () => {}, never)).toBe("local/my-model");
  const [stored] = await listStoredModels();
  expect(stored?.files.map(({ path }) => path)).toEqual(whole);
  const weights = await openModelFile("local/my-model", "onnx/model_q4.onnx");
  expect((await weights?.text()) === contentOf("onnx/model_q4.onnx")).toBe(true);
});

test("leaves what no model needs", async () => {
  const zip = await zipOf([...whole, "README.md", "model.safetensors"]);
  const id = await importZip(zip, () => {}, never);
  const [stored] = await listStoredModels();
  expect(stored).toMatchObject({ id });
  expect(stored?.files.map(({ path }) => path)).toEqual(whole);
});

test.each([
  ["without a model", ["README.md"]],
  ["that leads out of its folder", [...whole, "../../elsewhere.json"]],
])("a zip %s is refused", async (_what, paths) => {
  const importing = importZip(await zipOf(paths), () => {}, never);
  await expect(importing).rejects.toMatchObject({ code: "model-files-missing" });
});

test("what is no zip is refused", async () => {
  const importing = importZip(new File(["no zip"], "a.zip"), () => {}, never);
  await expect(importing).rejects.toMatchObject({ code: "model-files-missing" });
});

test("a zip whose content is damaged leaves no model", async () => {
  const zip = await zipOf(whole);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  bytes.fill(0xff, 40, 60); // of the first file's compressed bytes
  const importing = importZip(new File([bytes], "a.zip"), () => {}, never);
  await expect(importing).rejects.toThrow();
  expect(await listStoredModels()).toEqual([]);
});

test("an import that is stopped leaves no model", async () => {
  const abort = new AbortController();
  const importing = importZip(await zipOf(whole), () => abort.abort(), abort.signal);
  await expect(importing).rejects.toMatchObject({ code: "cancelled" });
  expect(await listStoredModels()).toEqual([]);
});
