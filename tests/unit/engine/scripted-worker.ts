import type { Job } from "../../../lib/engine/engine.ts";
import type { ModelWorker } from "../../../lib/engine/model-worker.ts";
import type { TranslationJob } from "../../../lib/engine/translation.ts";
import type { LoadedModel } from "../../../lib/engine/state.ts";
import { AppError } from "../../../lib/errors.ts";

export const loadedModel: LoadedModel = {
  modelId: "local/m",
  device: "wasm",
  dtype: "q8",
  threads: 2,
  stepsDown: [],
};

export const job: Job = {
  modelId: "local/m",
  taskId: "summarize",
  options: {},
  text: { title: "Tides", language: "en", passages: ["The moon pulls the sea."] },
  settings: { device: "auto", threads: null, idleMinutes: 5 },
};

export const translationJob: TranslationJob = {
  packIds: ["local/opus-mt-en-de"],
  texts: ["The sea.", "The cat."],
  settings: { device: "auto", threads: null, idleMinutes: 5 },
};

/** How a scripted worker behaves. */
export interface Script {
  /** Devices on which loading fails. */
  failsToLoadOn?: readonly string[];
  /** Devices on which a job fails after it has started. */
  failsToRunOn?: readonly string[];
  /** Whether Stop is heard while a job runs; a long pass of a model is deaf. */
  hearsStop?: boolean;
  /** Words of the answer; without it, the job runs until it is stopped. */
  answer?: readonly string[];
}

type LoadArguments = Parameters<ModelWorker["load"]> extends [string, ...infer Rest] ? Rest : never;

/**
 * A model worker without a model. As strict as the real one: it must be loaded before it runs, does
 * one thing at a time, and is of no use once it has ended.
 */
export class ScriptedWorker implements ModelWorker {
  readonly #script: Script;
  #device: string | null = null;
  #isBusy = false;
  ended = false;

  constructor(script: Script) {
    this.#script = script;
  }

  load(...[, rung, onProgress]: Parameters<ModelWorker["load"]>): Promise<void> {
    return this.#load(rung, onProgress);
  }

  loadPacks(...[, rung, onProgress]: Parameters<ModelWorker["loadPacks"]>): Promise<void> {
    return this.#load(rung, onProgress);
  }

  async translate(...[texts, onEvent]: Parameters<ModelWorker["translate"]>): Promise<void> {
    if (!this.#device || this.#isBusy || this.ended) throw new Error("not ready");
    for (const [index, text] of texts.entries())
      onEvent({ kind: "translated", index, text, isTranslated: true });
    onEvent({ kind: "done" });
  }

  async #load(...[rung, onProgress]: LoadArguments): Promise<void> {
    if (this.#device) throw new Error("a realm loads once");
    onProgress({ loadedBytes: 1, totalBytes: 2 });
    await Promise.resolve();
    if (this.#script.failsToLoadOn?.includes(rung.device)) throw new Error("no such kernel");
    this.#device = rung.device;
  }

  async run(...[{ model }, onEvent, signal]: Parameters<ModelWorker["run"]>): Promise<void> {
    if (!this.#device || this.#isBusy || this.ended) throw new Error("not ready");
    this.#isBusy = true;
    onEvent({ kind: "started", model, readPassages: 1, totalPassages: 1 });
    try {
      await Promise.resolve();
      if (this.#script.failsToRunOn?.includes(this.#device)) throw new Error("device lost");
      const { answer } = this.#script;
      if (!answer) return await this.#untilStopped(signal);
      for (const piece of answer) onEvent({ kind: "text", piece });
      const stats = {
        promptTokens: 1,
        reusedTokens: 0,
        answerTokens: 1,
        prefillMs: 1,
        decodeMs: 1,
      };
      onEvent({ kind: "done", text: answer.join(""), ending: "complete", stats });
    } finally {
      this.#isBusy = false;
    }
  }

  #untilStopped(signal: AbortSignal): Promise<never> {
    return new Promise((_, reject) => {
      if (!this.#script.hearsStop) return;
      const stop = () => reject(new AppError("cancelled", "stopped between tokens"));
      signal.addEventListener("abort", stop);
      if (signal.aborted) stop();
    });
  }

  end(): void {
    this.ended = true;
  }
}
