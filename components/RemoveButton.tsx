import { useState } from "preact/hooks";

interface Props {
  name: string;
  /** What the button says where “Remove” alone would not tell of what. */
  label?: string;
  /** Asked before it is removed. */
  question: string;
  onRemove: () => void;
}

/** Removes after a second click, because what is gone takes long to fetch or to write again. */
export function RemoveButton({ name, label = "Remove", question, onRemove }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  // one element first in both, so that the keyboard's focus stays there
  return (
    <fieldset class="confirm" aria-label={`Remove ${name}`}>
      {isAsking && <span>{question}</span>}
      <button
        type="button"
        class={isAsking ? "" : "quiet"}
        {...(isAsking ? {} : { "aria-label": `Remove ${name}` })}
        onClick={() => setIsAsking(!isAsking)}
      >
        {isAsking ? "Keep it" : label}
      </button>
      {isAsking && (
        <button type="button" class="danger" onClick={onRemove}>
          Remove it
        </button>
      )}
    </fieldset>
  );
}
