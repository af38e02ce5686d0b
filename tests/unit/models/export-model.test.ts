import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exportModel } from "../../../lib/models/export-model.ts";
import { importFiles } from "../../../lib/models/import-files.ts";
import { listStoredModels, removeModel } from "../../../lib/models/model-store.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;
const whole = ["config.json", "onnx/model_q4.onnx", "tokenizer.json", "tokenizer_config.json"];

let disk: { paths(): string[] };

beforeEach(() => {
  disk = fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A folder beside Sotto's own, as the reader picks one. */
async function pickedFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("usb stick", { create: true });
}

/** Files that each hold their own path. */
function picked(paths: readonly string[], label?: string) {
  const file = (path: string, content: string) => ({
    path,
    bytes: content.length,
    open: () => new Blob([content]).stream(),
  });
  const files = paths.map((path) => file(path, path));
  return label === undefined ? files : [...files, file("sotto-model.json", label)];
}

async function importAs(name: string, files = picked(whole)): Promise<string> {
  return importFiles({ name, files }, () => {}, never);
}

test("copies a model's files, with a label, into a folder of their own", async () => {
  const id = await importAs("my-model");
  const told: number[] = [];
  const folder = await pickedFolder();
  await exportModel({ id, folder }, ({ loadedBytes }) => told.push(loadedBytes), never);
  const copied = disk.paths().filter((path) => path.startsWith("usb stick/"));
  expect(copied.toSorted()).toEqual(
    [...whole, "sotto-model.json"].map((path) => `usb stick/my-model/${path}`).toSorted(),
  );
  expect(told.at(-1)).toBe(whole.join("").length);
});

test("a model of the hub is known by its id where it is brought in again", async () => {
  const label = JSON.stringify({ id: "org/model" });
  expect(await importAs("folder", picked(whole, label))).toBe("org/model");
  const folder = await pickedFolder();
  await exportModel({ id: "org/model", folder }, () => {}, never);
  const at = "usb stick/org--model/sotto-model.json";
  expect(disk.paths()).toContain(at);
  await removeModel("org/model");
  expect(await listStoredModels()).toEqual([]);
});

test.each([
  ["is no JSON", "org/model"],
  ["names nothing", "{}"],
  ["names a way out", JSON.stringify({ id: "../model/x" })],
  ["is endless", JSON.stringify({ id: `org/${"x".repeat(20_000)}` })],
])("a label that %s is no label", async (_what, label) => {
  expect(await importAs("folder", picked(whole, label))).toBe("local/folder");
});

test("an export that is stopped says so", async () => {
  const id = await importAs("my-model");
  const folder = await pickedFolder();
  const exporting = exportModel({ id, folder }, () => {}, AbortSignal.abort());
  await expect(exporting).rejects.toMatchObject({ code: "cancelled" });
});
