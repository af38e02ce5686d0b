import { AppError } from "../errors.ts";
import type { Gpu } from "../models/device-report.ts";
import type { Engine, EngineSettings, Job, JobEvent } from "./engine.ts";
import { buildLadder, type Rung } from "./ladder.ts";
import type { LoadProgress, ModelWorker } from "./model-worker.ts";
import {
  type EngineEvent,
  type EngineState,
  type LoadedModel,
  nextState,
  type StepDown,
} from "./state.ts";
import { OverdueStop, stopInTime } from "./stop-in-time.ts";
import type { TranslationEngine, TranslationEvent, TranslationJob } from "./translation.ts";

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

/** A job, whatever kind of model it is for. */
interface Turn {
  /** A language model, or the packs of one way. */
  modelIds: readonly [string, ...string[]];
  settings: EngineSettings;
  load(
    worker: ModelWorker,
    rung: Rung,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<void>;
  run(loaded: Loaded, signal: AbortSignal): Promise<void>;
}

/**
 * The engine: one model in one worker, one job at a time. It only starts and ends workers; text
 * passes through to the worker and models stay in it.
 */
export class EngineHost implements Engine, TranslationEngine {
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

  run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<void> {
    const turn: Turn = {
      modelIds: [job.modelId],
      settings: job.settings,
      load: (worker, ...how) => worker.load(job.modelId, ...how),
      run: ({ worker, model }, signal) => worker.run({ job, model }, onEvent, signal),
    };
    return this.#queueUp(turn, signal);
  }

  /** Packs run on the processor, which is as quick for them as a graphics card is to start. */
  translate(
    { packIds, texts, settings }: TranslationJob,
    onEvent: (event: TranslationEvent) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const [first, ...others] = packIds;
    if (first === undefined) return Promise.reject(new AppError("pack-missing", "no pack named"));
    const turn: Turn = {
      modelIds: [first, ...others],
      settings: { ...settings, device: "wasm" },
      load: (worker, ...how) => worker.loadPacks(packIds, ...how),
      run: ({ worker }, signal) => worker.translate(texts, onEvent, signal),
    };
    return this.#queueUp(turn, signal);
  }

  #queueUp(turn: Turn, signal: AbortSignal): Promise<void> {
    const taken = this.#queue.then(() => this.#take(turn, signal));
    this.#queue = taken.catch(() => {}); // one job's failure is not the next one's
    return taken;
  }

  async #take(turn: Turn, signal: AbortSignal): Promise<void> {
    clearTimeout(this.#idleTimer);
    try {
      signal.throwIfAborted();
      await this.#runOnBestDevice(turn, signal);
      this.#dispatch({ kind: "finish" });
    } catch (thrown) {
      throw this.#recover(thrown);
    } finally {
      this.#unloadWhenIdle(turn.settings.idleMinutes);
    }
  }

  /** A GPU can be lost, or fail at its first pass; the job then starts again on the processor. */
  async #runOnBestDevice(turn: Turn, signal: AbortSignal): Promise<void> {
    const loaded = await this.#loadFor(turn, signal);
    this.#dispatch({ kind: "start" });
    try {
      await stopInTime(turn.run(loaded, signal), signal, STOP_GRACE_MS);
    } catch (thrown) {
      const { device } = loaded.model;
      if (signal.aborted || device === "wasm") throw thrown;
      this.#failed.push({ device, reason: "failed" });
      this.#unload();
      await this.#runOnBestDevice(turn, signal);
    }
  }

  /** The model a job wants, loaded unless it is there already. */
  async #loadFor(turn: Turn, signal: AbortSignal): Promise<Loaded> {
    const { modelIds, settings } = turn;
    const wish = JSON.stringify([modelIds, settings.device, settings.threads]);
    if (this.#loaded?.wish === wish) return this.#loaded;
    this.#unload();
    this.#dispatch({ kind: "load", modelId: modelIds[0] });
    const { worker, model } = await this.#climbDown(turn, signal);
    this.#loaded = { worker, model, wish };
    this.#dispatch({ kind: "loaded", model });
    return this.#loaded;
  }

  /** Tries each rung in a fresh worker: one failure poisons ONNX Runtime for its whole realm. */
  async #climbDown({ modelIds, settings, load }: Turn, signal: AbortSignal) {
    const [modelId] = modelIds;
    const { detectGpu, cores } = this.#surroundings;
    const [files, gpu] = await Promise.all([this.#listFiles(modelIds), detectGpu()]);
    const { rungs, passedOver } = buildLadder(files, gpu, { ...settings, cores });
    const stepsDown = [...passedOver, ...this.#failed];
    let failure = new AppError("no-backend", "nothing here can run this model");
    for (const rung of rungs) {
      if (this.#failed.some(({ device }) => device === rung.device)) continue;
      const worker = this.#surroundings.startWorker();
      const onProgress = (progress: LoadProgress) =>
        this.#dispatch({ kind: "progress", ...progress });
      try {
        await stopInTime(load(worker, rung, onProgress), signal, 0);
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

  /** Files of the first of several models, which are made alike. All must be there. */
  async #listFiles(modelIds: Turn["modelIds"]): Promise<readonly string[]> {
    const [files = [], ...others] = await Promise.all(
      modelIds.map((modelId) => this.#surroundings.listModelFiles(modelId)),
    );
    if ([files, ...others].some(({ length }) => length === 0))
      throw new AppError("model-files-missing", "no files of the model");
    return files;
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
