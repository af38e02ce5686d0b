// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelsFolder } from "./local-models.ts";

const script = join(import.meta.dirname, "../../../scripts/models/build.ts");
let rebuilt: string;

beforeAll(() => {
  rebuilt = mkdtempSync(join(tmpdir(), "sotto-models-"));
  execFileSync(process.execPath, [script, rebuilt]);
});
afterAll(() => rmSync(rebuilt, { recursive: true }));

test("building gives the committed models, byte for byte", () => {
  const files = filesIn(modelsFolder);
  expect(filesIn(rebuilt)).toEqual(files);
  const different = files.filter(
    (file) => !readFileSync(join(rebuilt, file)).equals(readFileSync(join(modelsFolder, file))),
  );
  expect(different).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
