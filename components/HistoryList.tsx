import { useState } from "preact/hooks";
import type { KeptAnswer } from "../lib/history/kept-answer.ts";
import type { History } from "../lib/options/history.ts";
import { RemoveButton } from "./RemoveButton.tsx";

interface Props {
  history: History;
  /** Saves what the list shows as a file. */
  onExport: () => void;
}

/** Lines to show before the reader asks for all. */
const FIRST_LINES = 20;

/** What was kept: to search, read, save and remove. */
export function HistoryList({ history, onExport }: Props) {
  const [showsAll, setShowsAll] = useState(false);
  const all = history.all.value;
  const found = history.found.value;
  const shown = showsAll ? found : found.slice(0, FIRST_LINES);
  return (
    <>
      <Search history={history} />
      <p aria-live="polite">{countInWords(found.length, all.length)}</p>
      <ol class="history">
        {shown.map((answer) => (
          <li key={answer.id}>
            <Kept {...{ answer, history }} />
          </li>
        ))}
      </ol>
      {shown.length < found.length && (
        <div class="actions">
          <button type="button" onClick={() => setShowsAll(true)}>
            Show all {found.length.toLocaleString("en")}
          </button>
        </div>
      )}
      <Actions {...{ history, onExport }} />
    </>
  );
}

function Search({ history }: Pick<Props, "history">) {
  return (
    <search class="hub-id">
      <label>
        Search the history
        <input
          type="text"
          value={history.query.value}
          onInput={({ currentTarget }) => history.search(currentTarget.value)}
        />
      </label>
    </search>
  );
}

function Actions({ history, onExport }: Props) {
  return (
    <div class="actions">
      {history.found.value.length > 0 && (
        <button type="button" onClick={onExport}>
          Save as Markdown…
        </button>
      )}
      <RemoveButton
        name="all that is kept"
        label="Remove all"
        question="Remove all that is kept?"
        onRemove={() => void history.clear()}
      />
    </div>
  );
}

function Kept({ answer, history }: { answer: KeptAnswer; history: History }) {
  const { id, atMs, question, text, title, url } = answer;
  const name = title === "" ? "A page without a title" : title;
  return (
    <>
      <details>
        <summary dir="auto">{question ?? name}</summary>
        <p class="kept-text" dir="auto">
          {text}
        </p>
      </details>
      <p class="facts">
        <span>{question === null ? "Summary" : `Asked about “${name}”`}</span>
        <span>
          <time dateTime={new Date(atMs).toISOString()}>{when.format(atMs)}</time>
        </span>
        {url !== "" && <span>{url}</span>}
      </p>
      <RemoveButton
        name={question ?? name}
        question="Remove this?"
        onRemove={() => void history.remove(id)}
      />
    </>
  );
}

const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

function countInWords(found: number, all: number): string {
  const kept = all === 1 ? "1 answer is kept." : `${all.toLocaleString("en")} answers are kept.`;
  if (found === all) return `${kept} The newest comes first.`;
  return found === 0
    ? `None of them has these words. ${kept}`
    : `${found.toLocaleString("en")} found. ${kept}`;
}
