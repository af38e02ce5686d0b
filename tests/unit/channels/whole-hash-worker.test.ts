import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { remoteWholeHash, serveWholeHash } from "../../../lib/channels/whole-hash-worker.ts";
import { startWholeHash } from "../../../lib/models/whole-hash.ts";
import { fakeWorker } from "../fake-worker.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const parts = ["some ", "", "text"].map((text) => new TextEncoder().encode(text));

test.each([
  ["SHA-256", { kind: "sha256" }, createHash("sha256").update("some text")],
  ["git's name", { kind: "git", bytes: 9 }, createHash("sha1").update("blob 9\0some text")],
] as const)("%s of what was added is the same from another worker", async (_what, kind, hash) => {
  const worker = fakeWorker(() => serveWholeHash(startWholeHash));
  const whole = await remoteWholeHash(worker, kind);
  await Promise.all(parts.map((part) => whole.add(part.slice())));
  expect(await whole.digest()).toBe(hash.digest("hex"));
  whole.end();
  expect(worker.isTerminated).toBe(true);
});

test("a worker that breaks leaves nobody waiting", async () => {
  const worker = fakeWorker(() => serveWholeHash(startWholeHash));
  const whole = await remoteWholeHash(worker, { kind: "sha256" });
  const adding = expect(whole.add(new Uint8Array(3))).rejects.toMatchObject({ code: "unexpected" });
  worker.breakDown();
  worker.onmessage = null; // it broke before it answered
  await adding;
});
