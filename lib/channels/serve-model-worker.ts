import * as v from "valibot";
import { AppError } from "../errors.ts";
import type { LanguageModel } from "../engine/language-model.ts";
import {
  type FromWorker,
  type LoadProgress,
  type ToWorker,
  toWorkerSchema,
  type Work,
} from "../engine/model-worker.ts";
import type { JobEvent } from "../engine/engine.ts";
import type { Rung } from "../engine/ladder.ts";
import type { Leg } from "../engine/translate-sentences.ts";
import type { TranslationEvent } from "../engine/translation.ts";

/** What a worker can do with one model, or with packs. */
export interface ModelService {
  load(
    modelId: string,
    rung: Rung,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LanguageModel>;
  run(
    work: Work & { languageModel: LanguageModel },
    onEvent: (event: JobEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
  loadPack(packId: string, rung: Rung, onProgress: (progress: LoadProgress) => void): Promise<Leg>;
  translate(
    work: { legs: readonly Leg[]; texts: readonly string[] },
    onEvent: (event: TranslationEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

type Order = Exclude<ToWorker, { kind: "stop" }>;

/** Lets the page that started this worker load a model into it and run jobs on it. */
export function serveModelWorker(service: ModelService): void {
  const fail = (error: AppError) => send({ kind: "failed", error: error.toWire() });
  const model = new ServedModel(service);
  let abort = new AbortController();

  onmessage = async ({ data }) => {
    const parsed = v.safeParse(toWorkerSchema, data);
    if (!parsed.success) return fail(new AppError("unexpected", "no message of ours"));
    const message = parsed.output;
    if (message.kind === "stop") return abort.abort();
    abort = new AbortController();
    try {
      await model.obey(message, abort.signal);
      send({ kind: "finished" });
    } catch (thrown) {
      fail(AppError.from(thrown, codeFor(message)));
    }
  };
}

class ServedModel {
  readonly #service: ModelService;
  #languageModel: LanguageModel | null = null;
  readonly #legs: Leg[] = [];

  constructor(service: ModelService) {
    this.#service = service;
  }

  async obey(order: Order, signal: AbortSignal): Promise<void> {
    const onProgress = (progress: LoadProgress) => send({ kind: "progress", ...progress });
    switch (order.kind) {
      case "load":
        this.#languageModel = await this.#service.load(order.modelId, order.rung, onProgress);
        return;
      case "load-packs":
        for (const packId of order.packIds)
          this.#legs.push(await this.#service.loadPack(packId, order.rung, onProgress));
        return;
      case "run": {
        if (!this.#languageModel) throw new AppError("unexpected", "no model is loaded");
        const work = { ...order.work, languageModel: this.#languageModel };
        return this.#service.run(work, (event) => send({ kind: "event", event }), signal);
      }
      case "translate": {
        const work = { legs: this.#legs, texts: order.texts };
        const onEvent = (event: TranslationEvent) => send({ kind: "translation", event });
        return this.#service.translate(work, onEvent, signal);
      }
    }
  }
}

function send(message: FromWorker): void {
  postMessage(message);
}

/** What a failure nobody gave a code means: a model that does not load, or a job that broke. */
function codeFor({ kind }: ToWorker): "model-unsupported" | "unexpected" {
  return kind === "load" || kind === "load-packs" ? "model-unsupported" : "unexpected";
}
