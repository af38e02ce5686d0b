import { AppError } from "../errors.ts";
import { layOutPrompt } from "../tasks/lay-out-prompt.ts";
import { chooseOptions, taskById } from "../tasks/registry.ts";
import type { Task, TaskText } from "../tasks/task.ts";
import { rankPassages } from "../text/rank-passages.ts";
import type { JobEvent } from "./engine.ts";
import { fitPassages } from "./fit-passages.ts";
import { generate } from "./generate.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Work } from "./model-worker.ts";

/**
 * The most tokens of prompt and answer together. On WebGPU longer ones grow the KV cache in ways
 * that fail; on a processor they would take minutes to read.
 */
const MAX_TOKENS = 2048;

/**
 * Runs a job on a model: builds the prompt, chooses what of the text fits, writes the answer.
 * @throws AppError `cancelled` soon after `signal` aborts; `text-too-long` if not even one passage fits.
 */
export async function runJob(
  { job, model: loaded, languageModel }: Work & { languageModel: LanguageModel },
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const task = taskById(job.taskId);
  const prompt = task.prompt(chooseOptions(task, job.options), languageName(job.text.language));
  const encode = (text: TaskText) => languageModel.encodeChat(layOutPrompt(prompt, text));
  const text = fitText(job.text, task, { model: languageModel, encode });
  const promptTokenIds = encode(text);
  onEvent({
    kind: "started",
    model: loaded,
    readPassages: text.passages.length,
    totalPassages: job.text.passages.length,
  });
  const {
    text: answer,
    ending,
    ...stats
  } = await generate({
    model: languageModel,
    promptTokenIds,
    maxAnswerTokens: task.answerTokens,
    onPrefill: (doneTokens) =>
      onEvent({ kind: "prefill", doneTokens, promptTokens: promptTokenIds.length }),
    onText: (piece) => onEvent({ kind: "text", piece }),
    signal,
  });
  onEvent({ kind: "done", text: answer, ending, stats });
}

/** The text as it is if it fits the prompt, else its most telling passages. */
function fitText(
  text: TaskText,
  task: Task,
  { model, encode }: { model: LanguageModel; encode: (text: TaskText) => number[] },
): TaskText {
  const aroundTokens = encode({ ...text, passages: [] }).length;
  const maxTokens = Math.min(MAX_TOKENS, model.contextTokens);
  const budgetTokens = maxTokens - task.answerTokens - aroundTokens;
  const byImportance = rankPassages(text.passages);
  const chosen = fitPassages(text.passages, byImportance, { model, budgetTokens });
  if (chosen.length === 0) throw new AppError("text-too-long", "no passage fits the prompt");
  return { ...text, passages: chosen.map((index) => text.passages[index] ?? "") };
}

function languageName(tag: string | null): string | null {
  if (!tag) return null;
  try {
    return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag) ?? null;
  } catch {
    return null; // a page may declare a language that is no tag at all
  }
}
