import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OwnTask } from "../lib/tasks/own-task.ts";
import { rewriteKinds, rewriteTitles } from "../lib/tasks/rewrite.task.ts";
import type { RewriteWay } from "../lib/tasks/rewrite-way.ts";

interface Props {
  ownTasks: readonly OwnTask[];
  /** The reader's own words of the last time; empty if there were none. */
  lastWords: string;
  /** Whether the reader has come to type. */
  waitsForWords: boolean;
  onChoose: (way: RewriteWay) => void;
  onOwnWords: (words: string) => void;
}

/** The ways to rewrite what is selected on the page: Sotto's, the reader's tasks, and own words. */
export function RewriteChoices({ ownTasks, onChoose, ...words }: Props) {
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
        {ownTasks.map(({ id, name }) => (
          <button key={id} type="button" onClick={() => onChoose({ ownTaskId: id })}>
            <span dir="auto">{name}</span>
          </button>
        ))}
      </div>
      <OwnWords {...words} />
    </div>
  );
}

type OwnWordsProps = Pick<Props, "lastWords" | "waitsForWords" | "onOwnWords">;

/**
 * Typed here and never in the page, which could read along. The words of the last time stand there
 * to be used again, changed or typed over.
 */
function OwnWords({ lastWords, waitsForWords, onOwnWords }: OwnWordsProps) {
  const [typed, setTyped] = useState(lastWords);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!waitsForWords) return;
    field.current?.focus();
    field.current?.select();
  }, [waitsForWords]);
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
