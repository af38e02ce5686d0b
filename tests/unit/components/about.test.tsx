// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtWith } from "../../../components/About.tsx";

const root = join(import.meta.dirname, "../../..");

function readJson(path: string) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

test("names all work of others that ships, with its licence", () => {
  const ships = Object.keys(readJson("package.json").dependencies);
  expect(builtWith.map(({ pkg }) => pkg).toSorted()).toEqual(ships.toSorted());
  for (const { pkg, licence } of builtWith)
    expect(readJson(`node_modules/${pkg}/package.json`).license, pkg).toBe(licence);
});
