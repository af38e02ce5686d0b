import { useState } from "preact/hooks";
import type { ModelChoice, Models } from "../lib/panel/models.ts";

interface Props {
  stored: readonly ModelChoice[];
  chosenId: string | null;
  actions: Pick<Models, "choose" | "remove">;
}

/** The models on this machine: one to choose, any to remove. */
export function StoredModels({ stored, chosenId, actions }: Props) {
  return (
    <fieldset class="stored-models">
      <legend class="visually-hidden">Model for summaries</legend>
      <ul>
        {stored.map((model) => (
          <li key={model.id}>
            <label>
              <input
                type="radio"
                name="model"
                checked={model.id === chosenId}
                onChange={() => actions.choose(model.id)}
              />
              {model.name}
            </label>
            <RemoveButton name={model.name} onRemove={() => actions.remove(model.id)} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Removes after a second click, because fetching a model again takes long. */
function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <button
        type="button"
        class="quiet"
        aria-label={`Remove ${name}`}
        onClick={() => setIsAsking(true)}
      >
        Remove
      </button>
    );
  }
  return (
    <fieldset class="confirm" aria-label={`Remove ${name} from this machine?`}>
      <span>Remove from this machine?</span>
      <button type="button" class="danger" onClick={onRemove}>
        Remove it
      </button>
      <button type="button" onClick={() => setIsAsking(false)}>
        Keep it
      </button>
    </fieldset>
  );
}
