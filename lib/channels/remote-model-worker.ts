import * as v from "valibot";
import { AppError } from "../errors.ts";
import {
  type FromWorker,
  fromWorkerSchema,
  type ModelWorker,
  type ToWorker,
} from "../engine/model-worker.ts";

/** A model in a worker of its own, used as if it were here. One call at a time. */
export function remoteModelWorker(worker: Worker): ModelWorker {
  const send = (message: ToWorker) => worker.postMessage(message);

  /** Sends a message and hands on what the worker tells, until it has finished or failed. */
  function call(message: ToWorker, onMessage: (message: FromWorker) => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    worker.onmessage = ({ data }) => {
      const parsed = v.safeParse(fromWorkerSchema, data);
      if (!parsed.success) return reject(new AppError("unexpected", "the worker told nonsense"));
      const answer = parsed.output;
      if (answer.kind === "finished") resolve();
      else if (answer.kind === "failed") reject(AppError.fromWire(answer.error));
      else onMessage(answer);
    };
    worker.onerror = () => reject(new AppError("unexpected", "the worker broke"));
    send(message);
    return promise;
  }

  return {
    load: (modelId, rung, onProgress) =>
      call({ kind: "load", modelId, rung }, (message) => {
        if (message.kind === "progress") onProgress(message);
      }),

    async run(work, onEvent, signal) {
      const stop = () => send({ kind: "stop" });
      signal.addEventListener("abort", stop);
      try {
        await call({ kind: "run", work }, (message) => {
          if (message.kind === "event") onEvent(message.event);
        });
      } finally {
        signal.removeEventListener("abort", stop);
      }
    },

    end: () => worker.terminate(),
  };
}
