import { afterEach, expect, test, vi } from "vitest";
import { importFolder } from "../../../lib/models/import-folder.ts";
import { listStoredModels, openModelFile } from "../../../lib/models/model-store.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const never = new AbortController().signal;
const whole = ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_q4.onnx"];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Files as the browser gives them when a folder is picked; each holds its own path. */
function pick(folder: string, paths: readonly string[]): File[] {
  return paths.map((path) => {
    const file = new File([path], path.split("/").at(-1) ?? "");
    return Object.assign(file, { webkitRelativePath: `${folder}/${path}` });
  });
}

function importPaths(folder: string, paths: readonly string[]): Promise<string> {
  return importFolder(pick(folder, paths), () => {}, never);
}

test("copies a folder's model, each file to its place, and gives its id", async () => {
  fakeOpfs();
  const id = await importPaths("my-model", whole);
  expect(id).toBe("local/my-model");
  const [stored] = await listStoredModels();
  expect(stored?.files.map(({ path }) => path)).toEqual(whole);
  const weights = await openModelFile(id, "onnx/model_q4.onnx");
  expect(await weights?.text()).toBe("onnx/model_q4.onnx");
});

test("tells how far it has come, up to all", async () => {
  fakeOpfs();
  const told: { loadedBytes: number; totalBytes: number }[] = [];
  await importFolder(pick("m", whole), (progress) => told.push(progress), never);
  const totalBytes = whole.join("").length;
  expect(told.at(-1)).toEqual({ loadedBytes: totalBytes, totalBytes });
  expect(told.map(({ loadedBytes }) => loadedBytes)).toEqual(
    whole.map((_, at) => whole.slice(0, at + 1).join("").length),
  );
});

test.each<[string, string[]]>([
  ["nothing", []],
  ...whole.map((left): [string, string[]] => [`no ${left}`, whole.filter((p) => p !== left)]),
  ["only weights of another kind", [...whole.slice(0, 3), "model.safetensors"]],
  ["its files one folder too deep", whole.map((path) => `inner/${path}`)],
])("a folder with %s is refused before anything is written", async (_what, paths) => {
  const { paths: written } = fakeOpfs();
  await expect(importPaths("m", paths)).rejects.toMatchObject({ code: "model-files-missing" });
  expect(written()).toEqual([]);
});

test.each([
  ["a plain name", "Qwen3-0.6B_q4", "local/Qwen3-0.6B_q4"],
  ["spaces", "my model (1)", "local/my-model-1"],
  ["a way up", "..", "local/model"],
  ["dots and dashes", "a..b--c.-d", "local/a.b-c.d"],
  ["a dot before and a dash behind", ".model-", "local/model"],
  ["only signs that an id has not", "模型", "local/model"],
  ["percent signs", "%2e%2e%2fetc", "local/2e-2e-2fetc"],
  ["markup", "<img src=x>", "local/img-src-x"],
  ["the end of a repository", "model.git", "local/model-git"],
  ["nothing", "", "local/model"],
  ["too many letters", "x".repeat(300), `local/${"x".repeat(96)}`],
])("a folder's name with %s makes a valid id", async (_what, folder, id) => {
  fakeOpfs();
  expect(await importPaths(folder, whole)).toBe(id);
  // What Transformers.js takes for the name of a model.
  expect(id).toMatch(/^(\b[\w\-.]+\b\/)?\b[\w\-.]{1,96}\b$/);
  expect(id).not.toMatch(/\.\.|--|\.(git|ipynb)$/);
  expect(await listStoredModels()).toMatchObject([{ id }]);
});

test("an import that is stopped leaves no model", async () => {
  fakeOpfs();
  const abort = new AbortController();
  const importing = importFolder(pick("m", whole), () => abort.abort(), abort.signal);
  await expect(importing).rejects.toMatchObject({ code: "cancelled" });
  expect(await listStoredModels()).toEqual([]);
});
