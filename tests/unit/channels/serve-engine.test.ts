import { afterEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { remoteEngine } from "../../../lib/channels/remote-engine.ts";
import { serveEngine } from "../../../lib/channels/serve-engine.ts";
import type { Engine, JobEvent } from "../../../lib/engine/engine.ts";
import type { TranslationEngine, TranslationEvent } from "../../../lib/engine/translation.ts";
import type { EngineState } from "../../../lib/engine/state.ts";
import { AppError, errorCodes } from "../../../lib/errors.ts";
import { job, loadedModel, translationJob } from "../engine/scripted-worker.ts";
import { fakePorts } from "../fake-ports.ts";

const never = new AbortController().signal;
const stats = { promptTokens: 9, reusedTokens: 0, answerTokens: 2, prefillMs: 3, decodeMs: 4 };
const events: JobEvent[] = [
  { kind: "started", model: loadedModel, readPassages: 1, totalPassages: 1 },
  { kind: "prefill", doneTokens: 9, promptTokens: 9 },
  { kind: "text", piece: "The " },
  { kind: "text", piece: "sea." },
  { kind: "done", text: "The sea.", ending: "complete", stats },
];

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function serve(engine: Partial<Engine & TranslationEngine>): ReturnType<typeof fakePorts> {
  const ports = fakePorts();
  serveEngine({ watch: () => () => {}, run: async () => {}, translate: async () => {}, ...engine });
  return ports;
}

/** An engine whose job runs until it is stopped, and the signal that it was given. */
function endless() {
  const given: AbortSignal[] = [];
  const run: Engine["run"] = (_job, _onEvent, signal) => {
    given.push(signal);
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  };
  return { run, given };
}

test("a translation's texts arrive as they are told, and it settles on done", async () => {
  const told: TranslationEvent[] = [
    { kind: "translated", index: 1, text: "Die See.", isTranslated: true },
    { kind: "translated", index: 0, text: "???", isTranslated: false },
    { kind: "done" },
  ];
  const asked: unknown[] = [];
  serve({
    async translate(job, onEvent) {
      asked.push(job);
      for (const event of told) onEvent(event);
    },
  });
  const arrived: TranslationEvent[] = [];
  await remoteEngine.translate(translationJob, (event) => arrived.push(event), never);
  expect(arrived).toEqual(told);
  expect(asked).toEqual([translationJob]);
});

test("a job's events arrive in order, and it settles on done", async () => {
  const asked: unknown[] = [];
  serve({
    async run(job, onEvent) {
      asked.push(job);
      for (const event of events) onEvent(event);
    },
  });
  const told: JobEvent[] = [];
  await remoteEngine.run(job, (event) => told.push(event), never);
  expect(told).toEqual(events);
  expect(asked).toEqual([job]);
});

test.each(errorCodes)("a job that fails with %s fails so for the panel", async (code) => {
  serve({ run: () => Promise.reject(new AppError(code, "why")) });
  const running = remoteEngine.run(job, () => {}, never);
  await expect(running).rejects.toMatchObject({ code, message: "why" });
});

test("anything else that is thrown is unexpected", async () => {
  serve({ run: () => Promise.reject(new TypeError("x is not a function")) });
  await expect(remoteEngine.run(job, () => {}, never)).rejects.toMatchObject({
    code: "unexpected",
  });
});

test("Stop rejects at once and aborts the job at the other end", async () => {
  const { run, given } = endless();
  serve({ run });
  const abort = new AbortController();
  const running = remoteEngine.run(job, () => {}, abort.signal);
  await expect.poll(() => given.length).toBe(1);
  abort.abort();
  await expect(running).rejects.toMatchObject({ code: "cancelled" });
  await expect.poll(() => given[0]?.aborted).toBe(true);
});

test("a job stopped before it begins is never asked for", async () => {
  const { run, given } = endless();
  const { connected } = serve({ run });
  const running = remoteEngine.run(job, () => {}, AbortSignal.abort());
  await expect(running).rejects.toMatchObject({ code: "cancelled" });
  await closed(connected[0]);
  expect(given).toEqual([]);
});

test("a panel that goes away aborts its job", async () => {
  const { run, given } = endless();
  serve({ run });
  const port = browser.runtime.connect({ name: "job" });
  port.postMessage(job);
  await expect.poll(() => given.length).toBe(1);
  port.disconnect();
  await expect.poll(() => given[0]?.aborted).toBe(true);
});

test("an engine that goes away fails the job rather than leaving the panel to wait", async () => {
  const { run, given } = endless();
  const { connected } = serve({ run });
  const running = remoteEngine.run(job, () => {}, never);
  const outcome = expect(running).rejects.toMatchObject({ code: "unexpected" });
  await expect.poll(() => given.length).toBe(1);
  connected[0]?.disconnect();
  await outcome;
});

test("a job that is not one fails rather than leaving the panel to wait", async () => {
  const { run, given } = endless();
  serve({ run });
  const settings = { ...job.settings, idleMinutes: 0 };
  const running = remoteEngine.run({ ...job, settings }, () => {}, never);
  await expect(running).rejects.toMatchObject({ code: "unexpected" });
  expect(given).toEqual([]);
});

test("an event that is not one fails the job and aborts it at the other end", async () => {
  const { run, given } = endless();
  const { connected } = serve({ run });
  const running = remoteEngine.run(job, () => {}, never);
  const outcome = expect(running).rejects.toMatchObject({ code: "unexpected" });
  await expect.poll(() => given.length).toBe(1);
  connected[0]?.postMessage({ kind: "text" });
  await outcome;
  await expect.poll(() => given[0]?.aborted).toBe(true);
});

test("a watcher hears every state until it stops, and then the engine forgets it", async () => {
  const listeners = new Set<(state: EngineState) => void>();
  serve({
    watch(listener) {
      listeners.add(listener);
      listener({ kind: "empty", reason: "not-started" });
      return () => listeners.delete(listener);
    },
  });
  const states: EngineState[] = [];
  const stop = remoteEngine.watch((state) => states.push(state));
  await expect.poll(() => states.length).toBe(1);
  for (const listener of listeners) listener({ kind: "ready", model: loadedModel });
  await expect.poll(() => states.map(({ kind }) => kind)).toEqual(["empty", "ready"]);
  stop();
  await expect.poll(() => listeners.size).toBe(0);
});

function closed(port: { onDisconnect: { addListener(listener: () => void): void } } | undefined) {
  return new Promise<void>((resolve) => port?.onDisconnect.addListener(() => resolve()));
}
