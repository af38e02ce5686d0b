import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** Who may import whom. A folder may always import from itself. Types count: they are knowledge. */
const mayImport: Record<string, readonly string[]> = {
  "lib/errors.ts": [],
  "lib/text": [],
  "lib/history": [],
  "lib/page": ["lib/errors.ts", "lib/text"],
  "lib/tasks": ["lib/errors.ts"],
  "lib/models": ["lib/errors.ts"],
  "lib/engine": ["lib/errors.ts", "lib/text", "lib/tasks", "lib/models"],
  "lib/channels": ["lib/errors.ts", "lib/engine", "lib/models", "lib/text", "lib/page"],
  "lib/browser": ["lib/errors.ts", "lib/engine", "lib/tasks", "lib/page", "lib/history"],
  "lib/options": ["lib/errors.ts", "lib/engine", "lib/models", "lib/tasks", "lib/history"],
  "lib/panel": [
    "lib/errors.ts",
    "lib/engine",
    "lib/models",
    "lib/page",
    "lib/tasks",
    "lib/text",
    "lib/history",
  ],
  components: [
    "lib/errors.ts",
    "lib/engine",
    "lib/history",
    "lib/models",
    "lib/options",
    "lib/panel",
    "lib/tasks",
    "lib/text",
  ],
  entrypoints: [
    "components",
    "lib/browser",
    "lib/channels",
    "lib/engine",
    "lib/errors.ts",
    "lib/models",
    "lib/options",
    "lib/page",
    "lib/panel",
    "lib/tasks",
    "lib/text",
  ],
};

/** The only places that may know a dependency. */
const mayUse: Record<string, readonly string[]> = {
  "@huggingface/transformers": [
    "lib/engine/transformers-model.ts",
    "lib/engine/chat-model.ts",
    "lib/engine/tensor-cache.ts",
    "lib/engine/marian-model.ts",
    "lib/engine/pick-rows.ts",
  ],
  "onnxruntime-web": [
    "lib/engine/runtime-files.ts",
    "lib/engine/start-runtime.ts",
    "lib/engine/open-speed-probe.ts",
  ],
  "@mozilla/readability": ["lib/page"],
  "@preact/signals": ["lib/options", "lib/panel", "components"],
  diff: ["lib/text/align-tokens.ts"],
  eld: ["lib/text/language.ts"],
  "@zip.js/zip.js": ["lib/models/import-zip.ts"],
  "harper.js": ["lib/text/lint-english.ts"],
  "hash-wasm": ["lib/models/whole-hash.ts"],
  "pdfjs-dist": ["lib/page/pdf/open-pdf.ts"],
  preact: ["components", "entrypoints"],
  valibot: ["lib"],
  "webextension-polyfill": ["lib/browser/open-panel.ts"],
  wxt: ["entrypoints", "lib/browser", "lib/channels"],
};

describe.each(sourceFiles)("$path", ({ path, text }) => {
  const imports = importsOf(text);
  const home = layerOf(path);

  test("imports only what its folder may", () => {
    const layers = imports.filter(isLocal).map((name) => layerOf(join(dirname(path), name)));
    const allowed = new Set([home, ...(mayImport[home] ?? [])]);
    expect(layers.filter((layer) => !allowed.has(layer))).toEqual([]);
  });

  test("uses only the dependencies it may know", () => {
    const packages = imports.filter((name) => !isLocal(name)).map(packageOf);
    const allowed = (name: string) => mayUse[name]?.some((place) => path.startsWith(place));
    expect(packages.filter((name) => !allowed(name))).toEqual([]);
  });
});

test("no file is a barrel or a place for what has no place", () => {
  const names = sourceFiles.map(({ path }) => path);
  expect(
    names.filter((name) => /(^|\/)(index|utils?|helpers?|common|shared)\b/.test(name)),
  ).toEqual([]);
});

function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()"([^"]+)"/g);
  return [...found].flatMap(([, name]) => name ?? []);
}

function isLocal(name: string): boolean {
  return name.startsWith(".");
}

function layerOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? `${top}/${second}` : top;
}

function packageOf(name: string): string {
  const [scope = "", rest = ""] = name.split("/");
  return scope.startsWith("@") ? `${scope}/${rest}` : scope;
}
