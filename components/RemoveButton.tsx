import { useState } from "preact/hooks";

interface Props {
  name: string;
  onRemove: () => void;
}

/** Removes after a second click, because fetching a model again takes long. */
export function RemoveButton({ name, onRemove }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  // one element first in both, so that the keyboard's focus stays there
  return (
    <fieldset class="confirm" aria-label={`Remove ${name}`}>
      {isAsking && <span>Remove from this machine?</span>}
      <button
        type="button"
        class={isAsking ? "" : "quiet"}
        {...(isAsking ? {} : { "aria-label": `Remove ${name}` })}
        onClick={() => setIsAsking(!isAsking)}
      >
        {isAsking ? "Keep it" : "Remove"}
      </button>
      {isAsking && (
        <button type="button" class="danger" onClick={onRemove}>
          Remove it
        </button>
      )}
    </fieldset>
  );
}
