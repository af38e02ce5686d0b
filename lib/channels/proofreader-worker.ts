import * as v from "valibot";
import { AppError, wireErrorSchema } from "../errors.ts";
import { type EnglishDialect, englishDialects } from "../text/english-dialect.ts";
import { type Suggestion, suggestionSchema } from "../text/suggestion.ts";

// Proofreading in a worker of its own, which is ended afterwards: one question, one answer.

const questionSchema = v.object({ text: v.string(), dialect: v.picklist(englishDialects) });
/** What is to be proofread. */
export type ProofreadQuestion = v.InferOutput<typeof questionSchema>;

const answerSchema = v.variant("kind", [
  v.object({ kind: v.literal("done"), suggestions: v.array(suggestionSchema) }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
]);
type Answer = v.InferOutput<typeof answerSchema>;

/** Lets the page that started this worker have a text proofread. */
export function serveProofreader(
  proofread: (text: string, dialect: EnglishDialect) => Promise<Suggestion[]>,
): void {
  const answer = (message: Answer) => postMessage(message);

  onmessage = async ({ data }) => {
    try {
      const { text, dialect } = v.parse(questionSchema, data);
      answer({ kind: "done", suggestions: await proofread(text, dialect) });
    } catch (thrown) {
      answer({ kind: "failed", error: AppError.from(thrown).toWire() });
    }
  };
}

/**
 * Has a text proofread in a worker, and ends the worker.
 * @throws AppError what the worker failed with; `cancelled` when `signal` aborts.
 */
export async function remoteProofread(
  worker: Worker,
  question: ProofreadQuestion,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Suggestion[]>();
  const onAbort = () => reject(new AppError("cancelled", "the reader turned to something else"));
  signal.addEventListener("abort", onAbort);
  worker.onerror = () => reject(new AppError("unexpected", "the proofreader broke"));
  worker.onmessage = ({ data }) => {
    const parsed = v.safeParse(answerSchema, data);
    if (!parsed.success) reject(new AppError("unexpected", "the proofreader told nonsense"));
    else if (parsed.output.kind === "failed") reject(AppError.fromWire(parsed.output.error));
    else resolve(parsed.output.suggestions);
  };
  if (signal.aborted) onAbort();
  else worker.postMessage(question);
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", onAbort);
    worker.terminate();
  }
}
