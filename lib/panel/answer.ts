import type { JobEvent, JobStats } from "../engine/engine.ts";
import type { LoadedModel } from "../engine/state.ts";
import type { WireError } from "../errors.ts";

/** What the model was given and runs on. */
export interface Started {
  model: LoadedModel;
  readPassages: number;
  totalPassages: number;
}

/** The model's answer, from the first wait to the last word. */
export type Answer =
  /** Nothing was asked of a model; the draft is the answer. */
  | { kind: "none" }
  /** The model is loading, busy with another job, or reading the prompt. */
  | { kind: "waiting"; started: Started | null; doneTokens: number; promptTokens: number }
  | { kind: "streaming"; started: Started; text: string }
  | {
      kind: "complete";
      started: Started;
      text: string;
      ending: "complete" | "length" | "loop";
      stats: JobStats;
    }
  /** The reader stopped it; `text` is what had come by then. */
  | { kind: "stopped"; text: string }
  | { kind: "failed"; text: string; error: WireError };

export const noAnswer: Answer = { kind: "none" };

export const waitingAnswer: Answer = {
  kind: "waiting",
  started: null,
  doneTokens: 0,
  promptTokens: 0,
};

/** The answer after an event of its job. A job that starts again on another device starts over. */
export function nextAnswer(answer: Answer, event: JobEvent): Answer {
  switch (event.kind) {
    case "started": {
      const { model, readPassages, totalPassages } = event;
      const started = { model, readPassages, totalPassages };
      return { kind: "waiting", started, doneTokens: 0, promptTokens: 0 };
    }
    case "part":
    case "part-done":
      return answer; // only of tasks whose answers are shown otherwise
    case "prefill": {
      const { doneTokens, promptTokens } = event;
      return answer.kind === "waiting" ? { ...answer, doneTokens, promptTokens } : answer;
    }
    case "text": {
      const started = startedOf(answer);
      const text = textOf(answer) + event.piece;
      return started ? { kind: "streaming", started, text } : answer;
    }
    case "done": {
      const started = startedOf(answer);
      const { text, ending, stats } = event;
      return started ? { kind: "complete", started, text, ending, stats } : answer;
    }
  }
}

/** The answer when its job ended with an error; what had come stays. */
export function brokenOff(answer: Answer, error: WireError): Answer {
  const text = textOf(answer);
  return error.code === "cancelled" ? { kind: "stopped", text } : { kind: "failed", text, error };
}

/** The text that has come so far. */
export function textOf(answer: Answer): string {
  return "text" in answer ? answer.text : "";
}

/** Whether a job is still at it. */
export function isRunning(answer: Answer): boolean {
  return answer.kind === "waiting" || answer.kind === "streaming";
}

function startedOf(answer: Answer): Started | null {
  return "started" in answer ? answer.started : null;
}
