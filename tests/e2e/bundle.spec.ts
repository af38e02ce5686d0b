import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "@playwright/test";

const output = join(import.meta.dirname, "../../.output/chrome-mv3");

/** What ships, by name: code, pages and styles, without the hashes that the build adds. */
const files = readdirSync(output, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(m?js|html|css)$/.test(name))
  .map((name) => ({
    name: basename(name).replace(/-[\w-]{8}(?=\.m?js$|\.css$)/, ""),
    text: readFileSync(join(output, name), "utf8"),
  }));

function filesWith(pattern: RegExp): string[] {
  return files
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .toSorted();
}

/** Workers whose first import takes every way out away. */
const locked = [
  "check-worker.js",
  "engine-worker.js",
  "pdf-worker.js",
  "probe-worker.js",
  "proofreader-worker.js",
];
/** Those of them that fetch what Sotto packs: WASM, and tables of character codes. */
const fetching = ["engine-worker.js", "pdf-worker.js", "probe-worker.js", "proofreader-worker.js"];
/** Files of libraries that only locked workers load. */
const runtime = [
  "ort-wasm-simd-threaded.asyncify.mjs",
  "ort-wasm-simd-threaded.mjs",
  "pdf.worker.js",
];

test("the bundle names no host of code, and loads no code from elsewhere", () => {
  expect(filesWith(/cdn\.|jsdelivr|unpkg|esm\.sh|cloudflare|googleapis|gstatic/)).toEqual([]);
  expect(filesWith(/(?:import\s*\(|importScripts\s*\(|src\s*=)\s*["'`]https?:/)).toEqual([]);
});

test("no page of the bundle and no script in a page calls the network", () => {
  expect(filesWith(/(?<![.\w])fetch\s*\(/)).toEqual(
    [...fetching, ...runtime, "download-worker.js", "page-pdf.js"].toSorted(),
  );
  // the script in a tab with a PDF asks for what the browser has kept, and nothing else
  const inTab = files.find(({ name }) => name === "page-pdf.js")?.text ?? "";
  expect(inTab.match(/fetch\([^)]*\)/g)).toEqual([
    expect.stringMatching(
      /^fetch\(location\.href,\{cache:.only-if-cached.,mode:.same-origin.\}\)$/,
    ),
  ]);
  expect(filesWith(/XMLHttpRequest/)).toEqual([...locked, ...runtime].toSorted());
});

test("nothing of the bundle has a way out that no policy stops", () => {
  const names = /RTCPeerConnection|WebTransport|WebSocketStream|sendBeacon/;
  expect(filesWith(names), "named by the lock, to be removed").toEqual(locked);
  expect(
    filesWith(/new (?:WebSocket|EventSource)|window\.open|windows\.create|preconnect|dns-prefetch/),
  ).toEqual([]);
});

test("the manifest asks for the fewest permissions and no site", () => {
  const manifest = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
  expect(manifest.permissions.toSorted()).toEqual([
    "activeTab",
    "contextMenus",
    "offscreen",
    "scripting",
    "sidePanel",
    "storage",
    "unlimitedStorage",
  ]);
  for (const key of ["host_permissions", "content_scripts", "web_accessible_resources"])
    expect(manifest[key], key).toBeUndefined();
});
