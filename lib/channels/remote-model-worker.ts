import * as v from "valibot";
import { AppError } from "../errors.ts";
import {
  type FromWorker,
  fromWorkerSchema,
  type LoadProgress,
  type ModelWorker,
  type ToWorker,
} from "../engine/model-worker.ts";

type OnMessage = (message: FromWorker) => void;

/** A model in a worker of its own, used as if it were here. One call at a time. */
export function remoteModelWorker(worker: Worker): ModelWorker {
  const load = (message: ToWorker, onProgress: (progress: LoadProgress) => void) =>
    call(worker, message, (answer) => {
      if (answer.kind === "progress") onProgress(answer);
    });

  async function callUntilStopped(message: ToWorker, onMessage: OnMessage, signal: AbortSignal) {
    const stop = () => send(worker, { kind: "stop" });
    signal.addEventListener("abort", stop);
    try {
      await call(worker, message, onMessage);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  return {
    load: (modelId, rung, onProgress) => load({ kind: "load", modelId, rung }, onProgress),

    loadPacks: (packIds, rung, onProgress) =>
      load({ kind: "load-packs", packIds: [...packIds], rung }, onProgress),

    run: (work, onEvent, signal) => {
      const onMessage: OnMessage = (answer) => {
        if (answer.kind === "event") onEvent(answer.event);
      };
      return callUntilStopped({ kind: "run", work }, onMessage, signal);
    },

    translate: (texts, onEvent, signal) => {
      const onMessage: OnMessage = (answer) => {
        if (answer.kind === "translation") onEvent(answer.event);
      };
      return callUntilStopped({ kind: "translate", texts: [...texts] }, onMessage, signal);
    },

    end: () => worker.terminate(),
  };
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

/** Sends a message and hands on what the worker tells, until it has finished or failed. */
function call(worker: Worker, message: ToWorker, onMessage: OnMessage): Promise<void> {
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
  send(worker, message);
  return promise;
}
