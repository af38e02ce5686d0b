import type { JobEvent, JobStats, ReadingWay } from "../engine/engine.ts";
import type { LoadedModel } from "../engine/state.ts";
import type { WireError } from "../errors.ts";

/** What the model was given and runs on. */
export interface Started {
  model: LoadedModel;
  readPassages: number;
  totalPassages: number;
  /** How much of the text is read; left out by tasks that do not choose it. */
  way?: ReadingWay;
}

/** A part of a long text that is being read; `number` counts from 1. */
export interface PartAtHand {
  number: number;
  totalParts: number;
}

/** The model's answer, from the first wait to the last word. */
export type Answer =
  /** Nothing was asked of a model; the draft is the answer. */
  | { kind: "none" }
  /** The model is loading, busy with another job, or reading the prompt. */
  | {
      kind: "waiting";
      started: Started | null;
      /** The part at hand of a text that is read part by part. */
      part?: PartAtHand;
      doneTokens: number;
      promptTokens: number;
    }
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

export const waitingAnswer: Extract<Answer, { kind: "waiting" }> = {
  kind: "waiting",
  started: null,
  doneTokens: 0,
  promptTokens: 0,
};

/** The answer after an event of its job. A job that starts again on another device starts over. */
export function nextAnswer(answer: Answer, event: JobEvent): Answer {
  switch (event.kind) {
    case "started": {
      const { model, readPassages, totalPassages, way } = event;
      const started = { model, readPassages, totalPassages, ...(way && { way }) };
      return { ...waitingAnswer, started };
    }
    case "part": {
      const { number, totalParts } = event;
      if (answer.kind !== "waiting") return answer;
      return { ...answer, part: { number, totalParts }, doneTokens: 0, promptTokens: 0 };
    }
    case "note": // itself kept beside the answer
      return answer.kind === "waiting" ? { ...waitingAnswer, started: answer.started } : answer;
    case "part-done": // only of rewriting, whose answers are shown otherwise
      return answer;
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
