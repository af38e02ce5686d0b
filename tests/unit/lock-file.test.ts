import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

const packages: [path: string, locked: LockedPackage][] = Object.entries(lock.packages);

test("every optional dependency is in the lock, so that npm ci works on every system", () => {
  const missing = packages.flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

/** Node looks for a package beside the one that asks, then in every folder above. */
function isLocked(path: string, name: string): boolean {
  const folders = path.split("/node_modules/").map((_, at, parts) => parts.slice(0, at + 1));
  const places = ["", ...folders.map((parts) => `${parts.join("/node_modules/")}/`)];
  return places.some((place) => `${place}node_modules/${name}`.replace(/^\//, "") in lock.packages);
}

test("versions are exact", () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^(npm:.+@)?\d/.test(String(version)))).toEqual([]);
});

test("the lock names no registry's address", () => {
  expect(JSON.stringify(lock)).not.toMatch(/"resolved"/);
});
