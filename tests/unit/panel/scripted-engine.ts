import type { Engine, Job, JobEvent } from "../../../lib/engine/engine.ts";
import type { EngineState } from "../../../lib/engine/state.ts";
import { AppError, type ErrorCode } from "../../../lib/errors.ts";

/** A job as a test plays it. */
export interface PlayedJob {
  job: Job;
  signal: AbortSignal;
  tell(event: JobEvent): void;
  end(): void;
  fail(code: ErrorCode): void;
}

/**
 * An engine whose jobs a test plays by hand. As the remote one: a job that is stopped rejects with
 * `cancelled`, and what the other end says after that may still arrive.
 */
export class ScriptedEngine implements Engine {
  readonly jobs: PlayedJob[] = [];
  readonly #listeners = new Set<(state: EngineState) => void>();

  watch(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(state: EngineState): void {
    for (const listener of this.#listeners) listener(state);
  }

  run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const fail = (code: ErrorCode) => reject(new AppError(code, code));
    this.jobs.push({ job, signal, tell: onEvent, end: resolve, fail });
    signal.addEventListener("abort", () => fail("cancelled"));
    return promise;
  }

  /** The latest job, once the panel has asked for it. */
  get last(): PlayedJob {
    const job = this.jobs.at(-1);
    if (!job) throw new Error("no job was asked for");
    return job;
  }
}
