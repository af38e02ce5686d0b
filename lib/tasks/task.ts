import * as v from "valibot";

/** The text a task is about: of a page, or of a selection. All of it is data from a stranger. */
export const taskTextSchema = v.object({
  title: v.string(),
  /** BCP 47 tag of the text's language, or null if unknown. */
  language: v.nullable(v.string()),
  passages: v.array(v.string()),
});
export type TaskText = v.InferOutput<typeof taskTextSchema>;

/** What a task asks, in the words of whoever wrote Sotto. Nothing of the page is in it. */
export interface Prompt {
  /** What the model is to do, and how; the system message. */
  instructions: string;
  /** What is asked, after the page. */
  question: string;
}

/** A choice the reader makes before a task runs. */
export interface Option {
  label: string;
  choices: readonly string[];
  default: string;
}

export type Options = Record<string, Option>;

/** What the reader chose: one of `choices` for each option. */
export type Chosen<O extends Options> = { [Name in keyof O]: O[Name]["choices"][number] };

export interface Task<O extends Options = Options> {
  /** Names the task in menus, storage and messages, and equals the file name. Never change one. */
  id: string;
  title: string;
  /** Room kept for the answer, in tokens. */
  answerTokens: number;
  options: O;
  /** `language` is the English name of the text's language, or null if unknown. */
  prompt(chosen: Chosen<O>, language: string | null): Prompt;
}

/** Checks a task's options against its prompt, then forgets them so that all tasks share one type. */
export function defineTask<const O extends Options>(task: Task<O>): Task {
  return task;
}
