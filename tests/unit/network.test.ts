import { expect, test } from "vitest";
import { contentSecurityPolicy } from "../../lib/models/hub-hosts.ts";
import { sourceFiles } from "./source-files.ts";

/** Files, but for those named, whose text a pattern is found in; comments do not count. */
function filesWith(pattern: RegExp, ...exempt: string[]): string[] {
  return sourceFiles
    .filter(({ path }) => !exempt.includes(path))
    .filter(({ text }) => pattern.test(text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "")))
    .map(({ path }) => path);
}

const keptPdf = "lib/page/pdf/kept-pdf.ts";

test("one file uses the network, and one asks for what the browser has kept", () => {
  expect(filesWith(/(?<![.\w])fetch\s*\(/, keptPdf)).toEqual(["lib/models/network.ts"]);
  const calls = sourceFiles.find(({ path }) => path === keptPdf)?.text.match(/fetch\(.*/g);
  expect(calls).toEqual([
    'fetch(location.href, { cache: "only-if-cached", mode: "same-origin" });',
  ]);
});

test("no file names another way out, but the lock that removes them and what opens our own pages", () => {
  const waysOut =
    /XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts|window\.open|tabs\.create|location\.(href|assign|replace)\s*[=(]/;
  expect(filesWith(waysOut, "lib/engine/network-lock.ts", "lib/browser/open-page.ts")).toEqual([]);
});

test("a worker has every way out taken away before it loads anything, but for the download's two", () => {
  const workers = sourceFiles.filter(({ path }) => /^entrypoints\/.*-worker\.ts$/.test(path));
  const open = workers.filter(
    ({ text }) => !text.startsWith('import "../../lib/engine/network-lock.ts";\n'),
  );
  expect(open.map(({ path }) => path)).toEqual([
    "entrypoints/offscreen/download-worker.ts",
    "entrypoints/offscreen/hash-worker.ts",
  ]);
});

test("nothing is drawn as HTML, and nothing is a link, a picture or a frame of a page", () => {
  expect(
    filesWith(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet|document\.write/),
  ).toEqual([]);
  expect(filesWith(/(?<!\?)<(a|img|iframe|object|embed|video|audio)[\s>]/)).toEqual([]);
});

test("the policy allows nothing but our own files and the hub", () => {
  const directives = contentSecurityPolicy().split("; ");
  expect(directives[0]).toBe("default-src 'none'");
  expect(directives).toContain("script-src 'self' 'wasm-unsafe-eval'");
  const hosts = contentSecurityPolicy().match(/https?:\S+/g) ?? [];
  expect(hosts.every((host) => /(huggingface\.co|hf\.co);?$/.test(host))).toBe(true);
});
