import { useEffect, useRef, useState } from "preact/hooks";
import type { Wanted } from "../lib/panel/rewriting.ts";
import { type RewriteKind, rewriteKinds, rewriteTitles } from "../lib/tasks/rewrite.task.ts";

interface Props {
  /** How the text was to be rewritten; null if nobody said. */
  wanted: Wanted | null;
  onChoose: (kind: RewriteKind) => void;
  onOwnWords: (instruction: string) => void;
}

/** The ways to rewrite what is selected on the page, among them the reader's own words. */
export function RewriteChoices({ wanted, onChoose, onOwnWords }: Props) {
  const waitsForWords = wanted?.kind === "own" && wanted.instruction === "";
  return (
    <div class="rewrite-choices">
      <div class="actions">
        {rewriteKinds
          .filter((kind) => kind !== "own")
          .map((kind) => (
            <button key={kind} type="button" onClick={() => onChoose(kind)}>
              {rewriteTitles[kind]}
            </button>
          ))}
      </div>
      <OwnWords isFirst={waitsForWords} onOwnWords={onOwnWords} />
    </div>
  );
}

interface OwnWordsProps {
  /** Whether the reader has come to type. */
  isFirst: boolean;
  onOwnWords: Props["onOwnWords"];
}

/** Typed here and never in the page, which could read along. */
function OwnWords({ isFirst, onOwnWords }: OwnWordsProps) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (typed.trim() === "") field.current?.focus();
    else onOwnWords(typed);
  };
  return (
    <form class="own-words" onSubmit={submit}>
      <label>
        In your own words
        <input
          ref={field}
          type="text"
          placeholder="Make it sound less angry"
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit">Rewrite</button>
    </form>
  );
}
