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

/** What a worker can do with one model. */
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
}

/** Lets the page that started this worker load a model into it and run jobs on it. */
export function serveModelWorker(service: ModelService): void {
  const send = (message: FromWorker) => postMessage(message);
  const fail = (error: AppError) => send({ kind: "failed", error: error.toWire() });
  let languageModel: LanguageModel | null = null;
  let abort = new AbortController();

  async function obey(message: Exclude<ToWorker, { kind: "stop" }>): Promise<void> {
    switch (message.kind) {
      case "load":
        languageModel = await service.load(message.modelId, message.rung, (progress) =>
          send({ kind: "progress", ...progress }),
        );
        return;
      case "run": {
        if (!languageModel) throw new AppError("unexpected", "no model is loaded");
        abort = new AbortController();
        const onEvent = (event: JobEvent) => send({ kind: "event", event });
        await service.run({ ...message.work, languageModel }, onEvent, abort.signal);
        return;
      }
    }
  }

  onmessage = async ({ data }) => {
    const parsed = v.safeParse(toWorkerSchema, data);
    if (!parsed.success) return fail(new AppError("unexpected", "no message of ours"));
    const message = parsed.output;
    if (message.kind === "stop") return abort.abort();
    try {
      await obey(message);
      send({ kind: "finished" });
    } catch (thrown) {
      fail(AppError.from(thrown, codeFor(message)));
    }
  };
}

/** What a failure nobody gave a code means: a model that does not load, or a job that broke. */
function codeFor({ kind }: ToWorker): "model-unsupported" | "unexpected" {
  return kind === "load" ? "model-unsupported" : "unexpected";
}
