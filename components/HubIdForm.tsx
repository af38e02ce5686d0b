import { useState } from "preact/hooks";
import type { ModelChoice } from "../lib/options/fetching.ts";

interface Props {
  onAsk: (model: ModelChoice) => void;
}

/** Takes any model of the hub by its name there, with what the reader should know first. */
export function HubIdForm({ onAsk }: Props) {
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const id = modelIdIn(typed);
    setIsWrong(id === null);
    if (id !== null) onAsk({ id, name: id });
  };
  return (
    <form class="hub-id" onSubmit={submit}>
      <label>
        A model of the hub, by its name
        <input
          type="text"
          placeholder="organization/model"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby="hub-id-risk"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit">Ask how large it is</button>
      <p id="hub-id-risk" class="small-print">
        Such a model is not checked by us, comes in its newest revision, and may not run.
      </p>
      {isWrong && (
        <p class="notice" role="alert">
          Type the model’s name as the hub has it, such as HuggingFaceTB/SmolLM2-135M-Instruct.
        </p>
      )}
    </form>
  );
}

/** The model's name in what was typed or pasted, be it an address of its page; null if none. */
export function modelIdIn(typed: string): string | null {
  const plain = typed.trim().replace(/^https:\/\/huggingface\.co\//, "");
  return /^([\w.-]+\/[\w.-]+)(\/tree\/.*)?\/?$/.exec(plain)?.[1] ?? null;
}
