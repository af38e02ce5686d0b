import type { EngineState } from "../lib/engine/state.ts";
import type { SelectionTranslating } from "../lib/panel/translating-selection.ts";
import { countPieces } from "./count-pieces.ts";
import { engineStep, unmeasured } from "./engine-step.ts";
import { type Step, StepView } from "./StepView.tsx";

interface Props {
  translating: Pick<SelectionTranslating, "subject" | "translation">;
  engine: EngineState;
}

/** What is going on while the reader waits for a translation. */
export function SelectionTranslationProgress({ translating, engine }: Props) {
  return <StepView step={currentStep(translating, engine)} />;
}

function currentStep(
  { subject, translation: { value: translation } }: Props["translating"],
  engine: EngineState,
): Step | null {
  if (subject.value.kind === "reading") return unmeasured("Reading the selection");
  if (translation.kind !== "running") return null;
  const wanted = translation.pieces.filter(({ by }) => by !== "nobody");
  const done = wanted.filter(({ translated }) => translated).length;
  if (done === 0 && engine.kind !== "busy") return engineStep(engine);
  const figures = `${done} of ${countPieces(wanted)}`;
  return { words: "Translating", figures, done: done / wanted.length };
}
