import type { EngineState } from "../lib/engine/state.ts";
import type { Answer } from "../lib/panel/answer.ts";
import type { Reading } from "../lib/panel/reading.ts";
import { partInWords } from "./bytes.ts";

interface Props {
  reading: Reading;
  answer: Answer;
  engine: EngineState;
}

/** What is going on while the reader waits. */
export function Progress({ reading, answer, engine }: Props) {
  const step = currentStep(reading, answer, engine);
  return (
    <div class="progress">
      {/* Always there, so that its changes are announced; the figures are not, they change too fast. */}
      <output>
        {step?.words}
        {step?.figures && <span aria-hidden="true">: {step.figures}</span>}
      </output>
      {step && <Bar step={step} />}
    </div>
  );
}

interface Step {
  words: string;
  figures: string | null;
  /** From 0 to 1; null if nobody knows how long it takes. */
  done: number | null;
}

function Bar({ step }: { step: Step }) {
  return step.done === null ? (
    <progress aria-label={step.words} />
  ) : (
    <progress aria-label={step.words} value={step.done} />
  );
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

function engineStep(engine: EngineState): Step {
  switch (engine.kind) {
    case "loading": {
      const { loadedBytes, totalBytes } = engine;
      if (totalBytes === 0) return unmeasured("Loading the model");
      const figures = partInWords(loadedBytes, totalBytes);
      return { words: "Loading the model", figures, done: loadedBytes / totalBytes };
    }
    case "busy":
      return unmeasured("Waiting for another answer to end");
    case "empty":
    case "ready":
    case "failed":
      return unmeasured("Starting the model");
  }
}

function unmeasured(words: string): Step {
  return { words, figures: null, done: null };
}
