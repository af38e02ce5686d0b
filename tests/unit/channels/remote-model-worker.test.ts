import { afterEach, expect, test, vi } from "vitest";
import { remoteModelWorker } from "../../../lib/channels/remote-model-worker.ts";
import { type ModelService, serveModelWorker } from "../../../lib/channels/serve-model-worker.ts";
import type { JobEvent } from "../../../lib/engine/engine.ts";
import type { Rung } from "../../../lib/engine/ladder.ts";
import { KeptPage } from "../../../lib/engine/kept-page.ts";
import type { LanguageModel } from "../../../lib/engine/language-model.ts";
import type { LoadProgress } from "../../../lib/engine/model-worker.ts";
import type { Leg } from "../../../lib/engine/translate-sentences.ts";
import type { TranslationEvent } from "../../../lib/engine/translation.ts";
import { AppError } from "../../../lib/errors.ts";
import { CountingCache } from "../engine/counting-cache.ts";
import { job, loadedModel } from "../engine/scripted-worker.ts";
import { fakeWorker } from "../fake-worker.ts";

const never = new AbortController().signal;
const rung: Rung = { device: "wasm", dtype: "q8", threads: 2 };
const work = { job, model: loadedModel };
const languageModel: LanguageModel = {
  contextTokens: 1,
  stopTokenIds: new Set(),
  encodeChat: () => [],
  countTokens: () => 0,
  decode: () => "",
  keptPage: new KeptPage(),
  newCache: () => new CountingCache(),
  forward: async () => 0,
};
const leg: Leg = {
  from: "en",
  to: "de",
  model: { mostTokens: 1, countTokens: () => 0, translate: async () => [] },
};

afterEach(() => {
  vi.unstubAllGlobals();
});

function start(service: Partial<ModelService> = {}) {
  const worker = fakeWorker(() =>
    serveModelWorker({
      load: async () => languageModel,
      run: async () => {},
      loadPack: async () => leg,
      translate: async () => {},
      ...service,
    }),
  );
  return { worker, model: remoteModelWorker(worker) };
}

/** A job that runs until Stop reaches it. */
const untilStopped: ModelService["run"] = (_work, onEvent, signal) => {
  onEvent({ kind: "text", piece: "running" });
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("cancelled", "stopped")));
  });
};

test("loading tells its progress and loads what was asked", async () => {
  const asked: unknown[] = [];
  const { model } = start({
    async load(modelId, rung, onProgress) {
      asked.push(modelId, rung);
      onProgress({ loadedBytes: 1, totalBytes: 2 });
      onProgress({ loadedBytes: 2, totalBytes: 2 });
      return languageModel;
    },
  });
  const told: LoadProgress[] = [];
  await model.load("local/m", rung, (progress) => told.push(progress));
  expect(told.map(({ loadedBytes }) => loadedBytes)).toEqual([1, 2]);
  expect(asked).toEqual(["local/m", rung]);
});

test("a run works on the model that was loaded, and tells its events in order", async () => {
  const ranOn: unknown[] = [];
  const { model } = start({
    async run({ job, model, languageModel }, onEvent) {
      ranOn.push(job, model, languageModel);
      onEvent({ kind: "text", piece: "The " });
      onEvent({ kind: "text", piece: "sea." });
    },
  });
  await model.load("local/m", rung, () => {});
  const events: JobEvent[] = [];
  await model.run(work, (event) => events.push(event), never);
  expect(events).toEqual([
    { kind: "text", piece: "The " },
    { kind: "text", piece: "sea." },
  ]);
  expect(ranOn).toEqual([job, loadedModel, languageModel]);
  expect(ranOn[2]).toBe(languageModel);
});

test("Stop reaches a running job, and the worker is good for the next one", async () => {
  const runs = [untilStopped, async () => {}];
  const { model } = start({ run: (...args) => (runs.shift() ?? untilStopped)(...args) });
  await model.load("local/m", rung, () => {});
  const abort = new AbortController();
  const stopped = model.run(work, () => abort.abort(), abort.signal);
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  await model.run(work, () => {}, never);
});

test("a Stop of a job that is over does not reach the next one", async () => {
  const signals: AbortSignal[] = [];
  const { model } = start({
    run: async (_work, _onEvent, signal) => {
      signals.push(signal);
    },
  });
  await model.load("local/m", rung, () => {});
  const abort = new AbortController();
  await model.run(work, () => {}, abort.signal);
  abort.abort();
  await model.run(work, () => {}, never);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
});

test.each([
  ["model-unsupported", new Error("no such kernel")],
  ["out-of-memory", new AppError("out-of-memory", "std::bad_alloc")],
])("a load that fails is %s", async (code, thrown) => {
  const { model } = start({ load: () => Promise.reject(thrown) });
  await expect(model.load("local/m", rung, () => {})).rejects.toMatchObject({ code });
});

test.each([
  ["unexpected", new Error("device lost")],
  ["text-too-long", new AppError("text-too-long", "no room")],
])("a run that fails is %s", async (code, thrown) => {
  const { model } = start({ run: () => Promise.reject(thrown) });
  await model.load("local/m", rung, () => {});
  await expect(model.run(work, () => {}, never)).rejects.toMatchObject({ code });
});

test("a run without a model fails", async () => {
  const { model } = start();
  await expect(model.run(work, () => {}, never)).rejects.toMatchObject({ code: "unexpected" });
});

test("a worker that breaks fails what it was asked", async () => {
  const { model, worker } = start({ load: () => new Promise(() => {}) });
  const loading = model.load("local/m", rung, () => {});
  worker.breakDown();
  await expect(loading).rejects.toMatchObject({ code: "unexpected" });
});

test("a worker that is asked for what it does not know fails it, rather than hanging", async () => {
  const { model } = start();
  const loading = model.load("local/m", { ...rung, threads: Number.NaN }, () => {});
  await expect(loading).rejects.toMatchObject({ code: "unexpected" });
});

test("a worker that tells nonsense fails what it was asked, rather than hanging", async () => {
  const { model } = start({ load: () => new Promise(() => {}) });
  const loading = model.load("local/m", rung, () => {});
  postMessage({ kind: "progress" });
  await expect(loading).rejects.toMatchObject({ code: "unexpected" });
});

test("ending it ends the worker", () => {
  const { model, worker } = start();
  model.end();
  expect(worker.isTerminated).toBe(true);
});

test("packs are loaded in their order, and texts go through all of them", async () => {
  const asked: string[] = [];
  const { model } = start({
    async loadPack(packId) {
      asked.push(packId);
      return leg;
    },
    async translate({ legs, texts }, onEvent) {
      asked.push(`${legs.length} legs`, ...texts);
      onEvent({ kind: "translated", index: 0, text: "See", isTranslated: true });
      onEvent({ kind: "done" });
    },
  });
  await model.loadPacks(["local/a", "local/b"], rung, () => {});
  const told: TranslationEvent[] = [];
  await model.translate(["sea"], (event) => told.push(event), never);
  expect(asked).toEqual(["local/a", "local/b", "2 legs", "sea"]);
  expect(told.map(({ kind }) => kind)).toEqual(["translated", "done"]);
});
