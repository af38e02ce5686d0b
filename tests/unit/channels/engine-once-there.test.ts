import { expect, test } from "vitest";
import { engineOnceThere } from "../../../lib/channels/engine-once-there.ts";
import type { Engine } from "../../../lib/engine/engine.ts";
import type { TranslationEngine } from "../../../lib/engine/translation.ts";
import type { EngineState } from "../../../lib/engine/state.ts";
import { AppError } from "../../../lib/errors.ts";
import { job, translationJob } from "../engine/scripted-worker.ts";

const never = new AbortController().signal;

/** An engine that writes down what is asked of it. */
function listeningEngine() {
  const asked: string[] = [];
  const engine: Engine & TranslationEngine = {
    watch(listener) {
      asked.push("watch");
      listener({ kind: "empty", reason: "not-started" });
      return () => asked.push("stop");
    },
    async run() {
      asked.push("run");
    },
    async translate() {
      asked.push("translate");
    },
  };
  return { engine, asked };
}

test("what is asked waits until the engine's page is there", async () => {
  const { engine, asked } = listeningEngine();
  const opening = Promise.withResolvers<void>();
  const remote = engineOnceThere(engine, () => opening.promise);
  const running = remote.run(job, () => {}, never);
  const translating = remote.translate(translationJob, () => {}, never);
  remote.watch(() => {});
  expect(asked).toEqual([]);
  opening.resolve();
  await Promise.all([running, translating]);
  expect(asked.toSorted()).toEqual(["run", "translate", "watch"]);
});

test("a watcher that stops before the page is there never watches", async () => {
  const { engine, asked } = listeningEngine();
  const opening = Promise.withResolvers<void>();
  const remote = engineOnceThere(engine, () => opening.promise);
  remote.watch(() => {})();
  opening.resolve();
  await remote.run(job, () => {}, never);
  expect(asked).toEqual(["run"]);
});

test("a watcher's stop reaches an engine that it watches", async () => {
  const { engine, asked } = listeningEngine();
  const remote = engineOnceThere(engine, async () => {});
  const stop = remote.watch(() => {});
  await expect.poll(() => asked).toEqual(["watch"]);
  stop();
  expect(asked).toEqual(["watch", "stop"]);
});

test("a page that does not open fails the job and is told to who watches", async () => {
  const { engine, asked } = listeningEngine();
  const states: EngineState[] = [];
  const open = () => Promise.reject(new AppError("no-backend", "no page"));
  const remote = engineOnceThere(engine, open);
  remote.watch((state) => states.push(state));
  await expect(remote.run(job, () => {}, never)).rejects.toMatchObject({ code: "no-backend" });
  const error = { code: "no-backend", message: "no page", facts: {} };
  expect(states).toEqual([{ kind: "failed", error }]);
  expect(asked).toEqual([]);
});
