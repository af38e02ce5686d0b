import type { Engine, EngineSettings, Job, JobEvent } from "../engine/engine.ts";
import { AppError } from "../errors.ts";
import { type Answer, brokenOff, nextAnswer, waitingAnswer } from "./answer.ts";

/** What asking a model needs. */
export interface ModelSurroundings {
  engine: Engine;
  /** The model to ask, and how to run it; null when the reader has none. */
  chooseModel(): Promise<{ modelId: string; settings: EngineSettings } | null>;
}

/** What a model makes of a job; `none` until it is asked. */
export type ModelAnswer = { kind: "no-model" } | Answer;

/** Runs a job on the reader's model, and shows how it stands from now until it is over. */
export async function askModel(
  { engine, chooseModel }: ModelSurroundings,
  makeJob: () => Promise<Omit<Job, "modelId" | "settings">>,
  { show, signal }: { show: (answer: ModelAnswer) => void; signal: AbortSignal },
): Promise<void> {
  let answer: Answer = waitingAnswer;
  show(answer);
  try {
    const chosen = await chooseModel();
    if (!chosen) return show({ kind: "no-model" });
    const take = (event: JobEvent) => {
      if (signal.aborted) return;
      answer = nextAnswer(answer, event);
      show(answer);
    };
    await engine.run({ ...chosen, ...(await makeJob()) }, take, signal);
  } catch (thrown) {
    show(brokenOff(answer, AppError.from(thrown).toWire()));
  }
}
