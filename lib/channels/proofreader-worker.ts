import * as v from "valibot";
import { type EnglishDialect, englishDialects } from "../text/english-dialect.ts";
import { type Suggestion, suggestionSchema } from "../text/suggestion.ts";
import { askWorker, serveQuestion } from "./one-question.ts";

// Proofreading in a worker of its own, which is ended afterwards.

const questionSchema = v.object({ text: v.string(), dialect: v.picklist(englishDialects) });
/** What is to be proofread. */
export type ProofreadQuestion = v.InferOutput<typeof questionSchema>;

/** Lets the page that started this worker have a text proofread. */
export function serveProofreader(
  proofread: (text: string, dialect: EnglishDialect) => Promise<Suggestion[]>,
): void {
  serveQuestion(questionSchema, ({ text, dialect }) => proofread(text, dialect));
}

/**
 * Has a text proofread in a worker, and ends the worker.
 * @throws AppError as `askWorker`.
 */
export function remoteProofread(
  worker: Worker,
  question: ProofreadQuestion,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  return askWorker(worker, { question, answerSchema: v.array(suggestionSchema), signal });
}
