import { chooseOptions } from "../tasks/registry.ts";
import type { Circumstances, Prompt, Task } from "../tasks/task.ts";
import type { Job } from "./engine.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Work } from "./model-worker.ts";

/** A job with all that it takes to run it. */
export interface TaskWork extends Work {
  languageModel: LanguageModel;
  task: Task;
}

/**
 * The most tokens of prompt and answer together. On WebGPU longer ones grow the KV cache in ways
 * that fail; on a processor they would take minutes to read.
 */
const MAX_TOKENS = 2048;

/** What a job asks a model. `hasEarlier` tells of wordings that stand after the text. */
export function jobPrompt(job: Job, task: Task, hasEarlier = false): Prompt {
  return task.prompt(chooseOptions(task, job.options), circumstancesOf(job, hasEarlier));
}

/** What a prompt depends on besides the options. */
export function circumstancesOf(
  { text, into, instruction = "" }: Job,
  hasEarlier: boolean,
): Circumstances {
  return {
    language: languageName(text.language),
    into: languageName(into ?? null),
    instruction,
    hasEarlier,
  };
}

/** Tokens that a model can take, prompt and answer together. */
export function roomTokens({ contextTokens }: LanguageModel): number {
  return Math.min(MAX_TOKENS, contextTokens);
}

function languageName(tag: string | null): string | null {
  if (!tag) return null;
  try {
    return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag) ?? null;
  } catch {
    return null; // a page may declare a language that is no tag at all
  }
}
