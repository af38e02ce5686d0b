/** A step that the reader waits for. */
export interface Step {
  words: string;
  figures: string | null;
  /** From 0 to 1; null if nobody knows how long it takes. */
  done: number | null;
}

/** What is going on while the reader waits, with how far it has come. */
export function StepView({ step }: { step: Step | null }) {
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

function Bar({ step }: { step: Step }) {
  return step.done === null ? (
    <progress aria-label={step.words} />
  ) : (
    <progress aria-label={step.words} value={step.done} />
  );
}
