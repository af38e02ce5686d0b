import { type Answer, textOf } from "../lib/panel/answer.ts";

interface Props {
  answer: Answer;
  showsDraft: boolean;
  onChoose: (wantsDraft: boolean) => void;
}

/** Which of the two summaries is shown; without a model there is only the instant one. */
export function ViewChoice({ answer, showsDraft, onChoose }: Props) {
  if (answer.kind === "none")
    return <p class="view-choice caption">Instant summary, in the page’s own sentences</p>;
  return (
    <fieldset class="view-choice" aria-label="Which summary">
      <button type="button" aria-pressed={showsDraft} onClick={() => onChoose(true)}>
        Instant summary
      </button>
      <button
        type="button"
        aria-pressed={!showsDraft}
        disabled={textOf(answer) === ""}
        onClick={() => onChoose(false)}
      >
        Model's answer
      </button>
    </fieldset>
  );
}
