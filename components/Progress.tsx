import type { EngineState } from "../lib/engine/state.ts";
import type { Answer } from "../lib/panel/answer.ts";
import { engineStep, unmeasured } from "./engine-step.ts";
import { type Step, StepView } from "./StepView.tsx";

interface Props {
  /** What is read. */
  what: "page" | "message";
  /** Whether it is being read for the model, which is not asked yet. */
  isReading: boolean;
  answer: Answer;
  engine: EngineState;
}

/** What is going on while the reader waits for an answer. */
export function Progress(props: Props) {
  return <StepView step={currentStep(props)} />;
}

function currentStep({ what, isReading, answer, engine }: Props): Step | null {
  const words = `Reading the ${what}`;
  if (isReading) return unmeasured(words);
  switch (answer.kind) {
    case "waiting":
      return answer.started ? promptStep(words, answer) : engineStep(engine);
    case "streaming":
      return unmeasured("Writing");
    case "none":
    case "complete":
    case "stopped":
    case "failed":
      return null;
  }
}

function promptStep(
  words: string,
  { doneTokens, promptTokens }: Extract<Answer, { kind: "waiting" }>,
): Step {
  if (promptTokens === 0) return unmeasured(words);
  const done = Math.min(1, doneTokens / promptTokens);
  return { words, figures: `${Math.round(done * 100)} %`, done };
}
