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

type Waiting = Extract<Answer, { kind: "waiting" }>;

function promptStep(words: string, waiting: Waiting): Step {
  const { started, part, doneTokens, promptTokens } = waiting;
  const done = promptTokens === 0 ? 0 : Math.min(1, doneTokens / promptTokens);
  if (part) {
    const { number, totalParts } = part;
    return measured(`Reading part ${number} of ${totalParts}`, (number - 1 + done) / totalParts);
  }
  const isEnd = started?.way?.kind === "parts";
  const what = isEnd ? "Putting the parts together" : words;
  return promptTokens === 0 ? unmeasured(what) : measured(what, done);
}

function measured(words: string, done: number): Step {
  return { words, figures: `${Math.round(done * 100)} %`, done };
}
