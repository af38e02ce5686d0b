import { AppError } from "../errors.ts";
import type { Gpu } from "../models/device-report.ts";
import type { Engine, Job, JobEvent } from "./engine.ts";
import { buildLadder } from "./ladder.ts";
import type { ModelWorker } from "./model-worker.ts";
import {
  type EngineEvent,
  type EngineState,
  type LoadedModel,
  nextState,
  type StepDown,
} from "./state.ts";
import { OverdueStop, stopInTime } from "./stop-in-time.ts";

/** What the host needs of the world, so that a test can stand in for it. */
export interface HostSurroundings {
  startWorker(): ModelWorker;
  detectGpu(): Promise<Gpu>;
  /** Paths of a stored model's files; empty if the model is not there. */
  listModelFiles(modelId: string): Promise<readonly string[]>;
  cores: number;
}

/** How long a stopped job may go on before its worker is ended. */
const STOP_GRACE_MS = 200;

interface Loaded {
  worker: ModelWorker;
  model: LoadedModel;
  /** What the model was loaded for; another wish loads anew. */
  wish: string;
}

type OnEvent = (event: JobEvent) => void;

/**
 * The engine: one model in one worker, one job at a time. It only starts and ends workers; text
 * passes through to the worker and models stay in it.
 */
export class EngineHost implements Engine {
  readonly #surroundings: HostSurroundings;
  readonly #listeners = new Set<(state: EngineState) => void>();
  /** Devices on which a loaded model failed while it ran: not tried again by this host. */
  readonly #failed: StepDown[] = [];
  #state: EngineState = { kind: "empty", reason: "not-started" };
  #loaded: Loaded | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(surroundings: HostSurroundings) {
    this.#surroundings = surroundings;
  }

  watch(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  run(job: Job, onEvent: OnEvent, signal: AbortSignal): Promise<void> {
    const turn = this.#queue.then(() => this.#takeTurn(job, onEvent, signal));
    this.#queue = turn.catch(() => {}); // one job's failure is not the next one's
    return turn;
  }

  async #takeTurn(job: Job, onEvent: OnEvent, signal: AbortSignal): Promise<void> {
    clearTimeout(this.#idleTimer);
    try {
      signal.throwIfAborted();
      await this.#runOnBestDevice(job, onEvent, signal);
      this.#dispatch({ kind: "finish" });
    } catch (thrown) {
      throw this.#recover(thrown);
    } finally {
      this.#unloadWhenIdle(job.settings.idleMinutes);
    }
  }

  /** A GPU can be lost, or fail at its first pass; the job then starts again on the processor. */
  async #runOnBestDevice(job: Job, onEvent: OnEvent, signal: AbortSignal): Promise<void> {
    const { worker, model } = await this.#loadFor(job, signal);
    this.#dispatch({ kind: "start" });
    try {
      await stopInTime(worker.run({ job, model }, onEvent, signal), signal, STOP_GRACE_MS);
    } catch (thrown) {
      if (signal.aborted || model.device === "wasm") throw thrown;
      this.#failed.push({ device: model.device, reason: "failed" });
      this.#unload();
      await this.#runOnBestDevice(job, onEvent, signal);
    }
  }

  /** The model a job wants, loaded unless it is there already. */
  async #loadFor(job: Job, signal: AbortSignal): Promise<Loaded> {
    const wish = JSON.stringify([job.modelId, job.settings.device, job.settings.threads]);
    if (this.#loaded?.wish === wish) return this.#loaded;
    this.#unload();
    this.#dispatch({ kind: "load", modelId: job.modelId });
    const { worker, model } = await this.#climbDown(job, signal);
    this.#loaded = { worker, model, wish };
    this.#dispatch({ kind: "loaded", model });
    return this.#loaded;
  }

  /** Tries each rung in a fresh worker: one failure poisons ONNX Runtime for its whole realm. */
  async #climbDown({ modelId, settings }: Job, signal: AbortSignal) {
    const { listModelFiles, detectGpu, cores } = this.#surroundings;
    const [files, gpu] = await Promise.all([listModelFiles(modelId), detectGpu()]);
    if (files.length === 0) throw new AppError("model-files-missing", "no files of the model");
    const { rungs, passedOver } = buildLadder(files, gpu, { ...settings, cores });
    const stepsDown = [...passedOver, ...this.#failed];
    let failure = new AppError("no-backend", "nothing here can run this model");
    for (const rung of rungs) {
      if (this.#failed.some(({ device }) => device === rung.device)) continue;
      const worker = this.#surroundings.startWorker();
      const onProgress = (progress: { loadedBytes: number; totalBytes: number }) =>
        this.#dispatch({ kind: "progress", ...progress });
      try {
        await stopInTime(worker.load(modelId, rung, onProgress), signal, 0);
        return { worker, model: { modelId, ...rung, stepsDown } };
      } catch (thrown) {
        worker.end();
        failure = AppError.from(thrown, "model-unsupported");
        if (isFinal(failure)) throw failure;
        stepsDown.push({ device: rung.device, reason: "failed" });
      }
    }
    throw failure;
  }

  /** Keeps the model after a stop that it obeyed; after anything else the next job loads anew. */
  #recover(thrown: unknown): AppError {
    const error = AppError.from(thrown);
    if (error.code !== "cancelled") {
      this.#unload();
      this.#dispatch({ kind: "fail", error: error.toWire() });
    } else if (thrown instanceof OverdueStop || this.#state.kind === "loading") {
      this.#unload();
      this.#dispatch({ kind: "unload", reason: "stopped" });
    } else {
      this.#dispatch({ kind: "finish" });
    }
    return error;
  }

  #unloadWhenIdle(idleMinutes: number): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.#state.kind !== "ready") return;
      this.#unload();
      this.#dispatch({ kind: "unload", reason: "idle" });
    }, idleMinutes * 60_000);
  }

  #unload(): void {
    this.#loaded?.worker.end();
    this.#loaded = null;
  }

  #dispatch(event: EngineEvent): void {
    this.#state = nextState(this.#state, event);
    for (const listener of this.#listeners) listener(this.#state);
  }
}

/** Whether a failure to load is none of the device's, so that no other one would fare better. */
function isFinal({ code }: AppError): boolean {
  return code === "cancelled" || code === "model-damaged" || code === "model-files-missing";
}
