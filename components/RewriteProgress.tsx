import type { EngineState } from "../lib/engine/state.ts";
import type { RewriteProgress as Progress } from "../lib/panel/rewrite-progress.ts";
import type { Rewriting } from "../lib/panel/rewriting.ts";
import { engineStep, unmeasured } from "./engine-step.ts";
import { type Step, StepView } from "./StepView.tsx";

interface Props {
  rewriting: Pick<Rewriting, "subject" | "rewrite">;
  engine: EngineState;
}

/** What is going on while the reader waits for a rewrite. */
export function RewriteProgress({ rewriting, engine }: Props) {
  const rewrite = rewriting.rewrite.value;
  if (rewriting.subject.value.kind === "reading")
    return <StepView step={unmeasured("Reading the selection")} />;
  return (
    <StepView step={rewrite.kind === "running" ? currentStep(rewrite.progress, engine) : null} />
  );
}

function currentStep(progress: Progress, engine: EngineState): Step {
  const { model, text, partNumber, totalParts, doneTokens, promptTokens } = progress;
  if (model === null) return engineStep(engine);
  if (totalParts > 1) {
    const words = text === "" ? "Reading" : "Writing";
    const figures = `part ${partNumber} of ${totalParts}`;
    return { words, figures, done: (partNumber - 1) / totalParts };
  }
  const words = text === "" ? "Reading the selection" : "Writing";
  if (text !== "" || promptTokens === 0) return unmeasured(words);
  const done = Math.min(1, doneTokens / promptTokens);
  return { words, figures: `${Math.round(done * 100)} %`, done };
}
