import * as v from "valibot";
import { AppError, wireErrorSchema } from "../errors.ts";

// A worker that is started for one question and ended with its answer.

/** Answers the question that the page which started this worker asks. */
export function serveQuestion<Question extends v.GenericSchema>(
  questionSchema: Question,
  answer: (question: v.InferOutput<Question>) => Promise<unknown>,
): void {
  onmessage = async ({ data }) => {
    try {
      postMessage({ kind: "done", answer: await answer(v.parse(questionSchema, data)) });
    } catch (thrown) {
      postMessage({ kind: "failed", error: AppError.from(thrown).toWire() });
    }
  };
}

/** A question to a worker. */
interface Asked<Answer extends v.GenericSchema> {
  question: unknown;
  answerSchema: Answer;
  /** What the worker takes over from the page, which then has it no more. */
  handedOver?: readonly Transferable[];
  signal: AbortSignal;
}

/**
 * Asks a worker and ends it.
 * @throws AppError what the worker failed with; `cancelled` when `signal` aborts; `unexpected` when
 * it breaks or its answer is none.
 */
export async function askWorker<Answer extends v.GenericSchema>(
  worker: Worker,
  { question, answerSchema, handedOver = [], signal }: Asked<Answer>,
): Promise<v.InferOutput<Answer>> {
  const { promise, resolve, reject } = Promise.withResolvers<v.InferOutput<Answer>>();
  const onAbort = () => reject(new AppError("cancelled", "the reader turned to something else"));
  signal.addEventListener("abort", onAbort);
  worker.onerror = () => reject(new AppError("unexpected", "the worker broke"));
  worker.onmessage = ({ data }) => {
    const failed = v.safeParse(failedSchema, data);
    if (failed.success) return reject(AppError.fromWire(failed.output.error));
    const done = v.safeParse(v.object({ kind: v.literal("done"), answer: answerSchema }), data);
    if (done.success) resolve(done.output.answer);
    else reject(new AppError("unexpected", "the worker told nonsense"));
  };
  if (signal.aborted) onAbort();
  else worker.postMessage(question, [...handedOver]);
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", onAbort);
    worker.terminate();
  }
}

const failedSchema = v.object({ kind: v.literal("failed"), error: wireErrorSchema });
