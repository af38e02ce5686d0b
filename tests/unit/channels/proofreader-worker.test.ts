import { afterEach, expect, test, vi } from "vitest";
import { remoteProofread, serveProofreader } from "../../../lib/channels/proofreader-worker.ts";
import type { Suggestion } from "../../../lib/text/suggestion.ts";
import { fakeWorker } from "../fake-worker.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const never = new AbortController().signal;
const question = { text: "I recieved it.", dialect: "american" } as const;
const suggestion: Suggestion = { start: 2, end: 10, corrections: ["received"], reason: "spelling" };

test("suggestions come back from a worker, which is ended", async () => {
  const proofread = vi.fn(async () => [suggestion]);
  const worker = fakeWorker(() => serveProofreader(proofread));
  expect(await remoteProofread(worker, question, never)).toEqual([suggestion]);
  expect(proofread).toHaveBeenCalledWith(question.text, "american");
  expect(worker.isTerminated).toBe(true);
});

test("a worker that fails, breaks or talks nonsense leaves nobody waiting", async () => {
  const failing = fakeWorker(() => serveProofreader(() => Promise.reject(new Error("no memory"))));
  await expect(remoteProofread(failing, question, never)).rejects.toThrow("no memory");
  const broken = fakeWorker(() => serveProofreader(() => new Promise(() => {})));
  broken.breakDown();
  await expect(remoteProofread(broken, question, never)).rejects.toThrow("broke");
  const odd = { ...suggestion, corrections: [] };
  const nonsense = fakeWorker(() => serveProofreader(async () => [odd]));
  await expect(remoteProofread(nonsense, question, never)).rejects.toThrow("nonsense");
  expect([failing, broken, nonsense].every(({ isTerminated }) => isTerminated)).toBe(true);
});

test("a reader who turns to something else ends the worker", async () => {
  const abort = new AbortController();
  const worker = fakeWorker(() => serveProofreader(() => new Promise(() => {})));
  const waiting = remoteProofread(worker, question, abort.signal);
  abort.abort();
  await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
  expect(worker.isTerminated).toBe(true);
});
