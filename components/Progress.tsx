import type { EngineState } from "../lib/engine/state.ts";
import type { Answer } from "../lib/panel/answer.ts";
import type { Reading } from "../lib/panel/reading.ts";
import { engineStep, unmeasured } from "./engine-step.ts";
import { type Step, StepView } from "./StepView.tsx";

interface Props {
  reading: Reading;
  answer: Answer;
  engine: EngineState;
}

/** What is going on while the reader waits for a summary. */
export function Progress({ reading, answer, engine }: Props) {
  return <StepView step={currentStep(reading, answer, engine)} />;
}

function currentStep(reading: Reading, answer: Answer, engine: EngineState): Step | null {
  if (reading.kind === "reading") return unmeasured("Reading the page");
  switch (answer.kind) {
    case "waiting":
      return answer.started ? promptStep(answer) : engineStep(engine);
    case "streaming":
      return unmeasured("Writing");
    case "none":
    case "complete":
    case "stopped":
    case "failed":
      return null;
  }
}

function promptStep({ doneTokens, promptTokens }: Extract<Answer, { kind: "waiting" }>): Step {
  if (promptTokens === 0) return unmeasured("Reading the page");
  const done = Math.min(1, doneTokens / promptTokens);
  return { words: "Reading the page", figures: `${Math.round(done * 100)} %`, done };
}
