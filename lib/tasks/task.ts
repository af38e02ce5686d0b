import * as v from "valibot";

/** The text a task is about: of a page, or of a selection. All of it is data from a stranger. */
export const taskTextSchema = v.object({
  /** Empty where it would say nothing about the text. */
  title: v.string(),
  /** BCP 47 tag of the text's language, or null if unknown. */
  language: v.nullable(v.string()),
  /** A text that is taken as it is, white space and all, is its lines: one passage each. */
  passages: v.array(v.string()),
  /** Indices of the passages that are headings of the text; left out where nobody knows. */
  headings: v.optional(v.array(v.number())),
  /**
   * For each part of the text, what earlier jobs gave and this one should know: wordings that the
   * reader wants no more, or what was asked and answered; the newest last. A text that is read in
   * one prompt is one part.
   */
  earlier: v.optional(v.array(v.array(v.string()))),
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

/** What a prompt depends on besides the options. */
export interface Circumstances {
  /** English name of the text's language, or null if unknown. */
  language: string | null;
  /** English name of the language to translate into, or null where nothing is translated. */
  into: string | null;
  /** What the reader typed in the panel; never anything of a page. Empty if nothing. */
  instruction: string;
  /** Whether what earlier jobs gave stands after the text. */
  hasEarlier: boolean;
}

/** How a text is read that is longer than one prompt: a note of each part, then all notes. */
export interface NotesOfParts {
  /** Room kept for a note, in tokens. */
  noteTokens: number;
  /** What is asked about a part, or about the notes of many parts. */
  note(circumstances: Circumstances): Prompt;
}

export interface Task<O extends Options = Options> {
  /** Names the task in menus, storage and messages, and equals the file name. Never change one. */
  id: string;
  title: string;
  /** Room kept for the answer, in tokens. */
  answerTokens: number;
  /**
   * What becomes of a text: the model gets as many of its most telling passages as one prompt
   * holds; or those nearest to what the reader typed; or all of it, part by part, and the answers
   * are put together as the parts were; or whatever of it the machine reads in a bearable time, if
   * need be by way of notes.
   */
  longText: "choose-passages" | "nearest-passages" | "each-part" | NotesOfParts;
  options: O;
  prompt(chosen: Chosen<O>, circumstances: Circumstances): Prompt;
}

/** Checks a task's options against its prompt, then forgets them so that all tasks share one type. */
export function defineTask<const O extends Options>(task: Task<O>): Task {
  return task;
}
