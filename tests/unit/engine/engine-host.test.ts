import { afterEach, expect, test, vi } from "vitest";
import type { JobEvent } from "../../../lib/engine/engine.ts";
import { EngineHost } from "../../../lib/engine/engine-host.ts";
import type { Gpu } from "../../../lib/models/device-report.ts";
import type { EngineState } from "../../../lib/engine/state.ts";
import { job, type Script, ScriptedWorker, translationJob } from "./scripted-worker.ts";

const never = new AbortController().signal;
const limits = { maxBufferBytes: 2 ** 31, maxBindingBytes: 2 ** 31 };
const gpu: Gpu = { kind: "adapter", shaderF16: false, isSoftware: false, ...limits };
const allFiles = ["onnx/model_quantized.onnx", "onnx/model_q4.onnx"];

afterEach(() => {
  vi.useRealTimers();
});

function startHost(script: Script, options: { gpu?: Gpu; files?: readonly string[] } = {}) {
  const workers: ScriptedWorker[] = [];
  const states: EngineState[] = [];
  const host = new EngineHost({
    startWorker: () => {
      const worker = new ScriptedWorker(script);
      workers.push(worker);
      return worker;
    },
    detectGpu: async () => options.gpu ?? { kind: "none" },
    listModelFiles: async () => options.files ?? allFiles,
    cores: 2,
  });
  host.watch((state) => states.push(state));
  return { host, workers, kinds: () => states.map(({ kind }) => kind), states };
}

test("streams an answer in order and tells its states", async () => {
  const { host, kinds } = startHost({ answer: ["The ", "sea."] });
  const events: JobEvent[] = [];
  await host.run(job, (event) => events.push(event), never);
  expect(events.map(({ kind }) => kind)).toEqual(["started", "text", "text", "done"]);
  expect(kinds()).toEqual(["empty", "loading", "loading", "ready", "busy", "ready"]);
});

test("loads a model once for many jobs, and anew when the reader wants other threads", async () => {
  const { host, workers } = startHost({ answer: ["Yes."] });
  await Promise.all([host.run(job, () => {}, never), host.run(job, () => {}, never)]);
  expect(workers).toHaveLength(1);
  await host.run({ ...job, settings: { ...job.settings, threads: 1 } }, () => {}, never);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
});

test("steps down to the processor when the GPU cannot load the model, and says so", async () => {
  const { host, states, workers } = startHost(
    { answer: ["Yes."], failsToLoadOn: ["webgpu"] },
    { gpu },
  );
  await host.run(job, () => {}, never);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(states.at(-1)).toMatchObject({
    kind: "ready",
    model: { device: "wasm", stepsDown: [{ device: "webgpu", reason: "failed" }] },
  });
});

test("starts a job again on the processor when the GPU is lost while it runs", async () => {
  const { host, states } = startHost({ answer: ["Yes."], failsToRunOn: ["webgpu"] }, { gpu });
  const events: JobEvent[] = [];
  await host.run(job, (event) => events.push(event), never);
  expect(events.map(({ kind }) => kind)).toEqual(["started", "started", "text", "done"]);
  expect(states.at(-1)).toMatchObject({ kind: "ready", model: { device: "wasm" } });
});

test("keeps the model after a stop that it hears, and runs the next job", async () => {
  const { host, workers, kinds } = startHost({ hearsStop: true });
  const abort = new AbortController();
  const stopped = host.run(job, () => abort.abort(), abort.signal);
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  expect(kinds().at(-1)).toBe("ready");
  expect(workers.map(({ ended }) => ended)).toEqual([false]);
});

test("ends the worker of a job that is deaf to Stop, within a quarter of a second", async () => {
  vi.useFakeTimers();
  const { host, workers, states } = startHost({ hearsStop: false });
  const abort = new AbortController();
  const stopped = host.run(job, () => abort.abort(), abort.signal);
  const outcome = expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  await vi.advanceTimersByTimeAsync(250);
  await outcome;
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
  expect(states.at(-1)).toEqual({ kind: "empty", reason: "stopped" });
});

test("one job's failure is not the next one's", async () => {
  const script: Script = { answer: ["Yes."], failsToRunOn: ["wasm"] };
  const { host, workers } = startHost(script);
  const failing = host.run(job, () => {}, never);
  const waiting = failing.catch(() => {}).then(() => (script.failsToRunOn = []));
  await expect(failing).rejects.toMatchObject({ code: "unexpected" });
  await waiting;
  await host.run(job, () => {}, never);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
});

test("after idle minutes the worker is ended, which gives its memory back", async () => {
  vi.useFakeTimers();
  const { host, workers, states } = startHost({ answer: ["Yes."] });
  await host.run(job, () => {}, never);
  await vi.advanceTimersByTimeAsync(job.settings.idleMinutes * 60_000);
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
  expect(states.at(-1)).toEqual({ kind: "empty", reason: "idle" });
});

test("packs run on the processor, in a worker of their own that later texts find again", async () => {
  const { host, workers, states } = startHost({ answer: ["Yes."] }, { gpu });
  const texts: string[] = [];
  const translate = () =>
    host.translate(
      translationJob,
      (event) => event.kind === "translated" && texts.push(event.text),
      never,
    );
  await host.run(job, () => {}, never);
  await translate();
  await translate();
  expect(texts).toEqual([...translationJob.texts, ...translationJob.texts]);
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(states.at(-1)).toMatchObject({
    kind: "ready",
    model: { modelId: "local/opus-mt-en-de", device: "wasm", stepsDown: [] },
  });
});

test("a model whose files are not there fails with a code that says so", async () => {
  const { host, states } = startHost({ answer: ["Yes."] }, { files: [] });
  await expect(host.run(job, () => {}, never)).rejects.toMatchObject({
    code: "model-files-missing",
  });
  expect(states.at(-1)).toMatchObject({ kind: "failed" });
});

test("a model without weights for this machine is refused, not tried", async () => {
  const { host, workers } = startHost({ answer: ["Yes."] }, { files: ["onnx/model_q4.onnx"] });
  await expect(host.run(job, () => {}, never)).rejects.toMatchObject({ code: "no-backend" });
  expect(workers).toHaveLength(0);
});
