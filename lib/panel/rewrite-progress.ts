import type { Ending, JobEvent, JobStats } from "../engine/engine.ts";
import type { LoadedModel } from "../engine/state.ts";

/** A part of the text that the model has written anew. */
export interface WrittenPart {
  /** As it stood in the text, with the white space behind it. */
  before: string;
  after: string;
  ending: Ending;
}

/** How far a rewrite has come. */
export interface RewriteProgress {
  /** The model that writes; null while it is loading. */
  model: LoadedModel | null;
  written: readonly WrittenPart[];
  /** What has come of the part that is being written. */
  text: string;
  /** The part that is being written, counted from 1; 0 before the first. */
  partNumber: number;
  totalParts: number;
  /** Of the prompt of that part. */
  doneTokens: number;
  promptTokens: number;
  /** How fast it went; null until the end. */
  stats: JobStats | null;
}

export const noProgress: RewriteProgress = {
  model: null,
  written: [],
  text: "",
  partNumber: 0,
  totalParts: 0,
  doneTokens: 0,
  promptTokens: 0,
  stats: null,
};

/** The progress after an event of its job. A job that starts again on another device starts over. */
export function nextProgress(progress: RewriteProgress, event: JobEvent): RewriteProgress {
  switch (event.kind) {
    case "started":
      return { ...noProgress, model: event.model };
    case "part": {
      const { number, totalParts } = event;
      return { ...progress, partNumber: number, totalParts, doneTokens: 0, promptTokens: 0 };
    }
    case "note":
      return progress; // only of summaries
    case "prefill": {
      const { doneTokens, promptTokens } = event;
      return { ...progress, doneTokens, promptTokens };
    }
    case "text":
      return { ...progress, text: progress.text + event.piece };
    case "part-done": {
      const { before, after, ending } = event;
      return { ...progress, text: "", written: [...progress.written, { before, after, ending }] };
    }
    case "done":
      return { ...progress, stats: event.stats };
  }
}

/** All that has come so far, as it can be shown. */
export function textSoFar({ written, text }: RewriteProgress): string {
  return written.map(({ after }) => after).join("") + text;
}
