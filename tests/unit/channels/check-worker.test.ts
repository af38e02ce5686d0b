import { afterEach, expect, test, vi } from "vitest";
import { remoteCheck, serveCheck } from "../../../lib/channels/check-worker.ts";
import { AppError } from "../../../lib/errors.ts";
import { fakeWorker } from "../fake-worker.ts";

const kept = { path: "config.json", bytes: 5, sha256: null, gitSha1: null, stepSha256: [] };

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(["config.json", null])("the other worker tells what is bad: %s", async (badPath) => {
  const worker = fakeWorker(() =>
    serveCheck(async (modelId, files, onBytes) => {
      expect([modelId, files]).toEqual(["org/model", [kept]]);
      onBytes(2);
      onBytes(3);
      return badPath;
    }),
  );
  const compared: number[] = [];
  const bad = await remoteCheck(worker)("org/model", [kept], (bytes) => compared.push(bytes));
  expect(bad).toBe(badPath);
  expect(compared).toEqual([2, 3]);
  expect(worker.isTerminated).toBe(true);
});

test("a check that fails is no good check", async () => {
  const worker = fakeWorker(() =>
    serveCheck(() => Promise.reject(new AppError("model-files-missing", "gone"))),
  );
  const checking = remoteCheck(worker)("org/model", [kept], () => {});
  await expect(checking).rejects.toMatchObject({ code: "model-files-missing" });
  expect(worker.isTerminated).toBe(true);
});

test("a worker that breaks leaves nobody waiting", async () => {
  const worker = fakeWorker(() => serveCheck(() => new Promise(() => {})));
  const checking = remoteCheck(worker)("org/model", [kept], () => {});
  worker.breakDown();
  await expect(checking).rejects.toMatchObject({ code: "unexpected" });
});
