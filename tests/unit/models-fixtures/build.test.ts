// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelsFolder } from "./local-models.ts";

const script = join(import.meta.dirname, "../../../scripts/models/build.ts");
const probesFolder = join(import.meta.dirname, "../../../lib/engine");
let rebuilt: string;
let rebuiltProbes: string;

beforeAll(() => {
  rebuilt = mkdtempSync(join(tmpdir(), "sotto-models-"));
  rebuiltProbes = mkdtempSync(join(tmpdir(), "sotto-probes-"));
  execFileSync(process.execPath, [script, rebuilt, rebuiltProbes]);
});
afterAll(() => {
  for (const folder of [rebuilt, rebuiltProbes]) rmSync(folder, { recursive: true });
});

test("building gives the committed models, byte for byte", () => {
  const files = filesIn(modelsFolder);
  expect(filesIn(rebuilt)).toEqual(files);
  const different = files.filter(
    (file) => !readFileSync(join(rebuilt, file)).equals(readFileSync(join(modelsFolder, file))),
  );
  expect(different).toEqual([]);
});

test("building gives the committed networks of the speed probe, byte for byte", () => {
  const files = filesIn(rebuiltProbes);
  expect(files).toEqual(filesIn(probesFolder).filter((file) => file.endsWith(".onnx")));
  const different = files.filter(
    (file) =>
      !readFileSync(join(rebuiltProbes, file)).equals(readFileSync(join(probesFolder, file))),
  );
  expect(different).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
