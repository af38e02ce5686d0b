import type { History } from "../lib/options/history.ts";
import type { HistoryChoice } from "../lib/options/history-choice.ts";
import { HistoryExceptions } from "./HistoryExceptions.tsx";
import { HistoryList } from "./HistoryList.tsx";

interface Props {
  choice: HistoryChoice;
  history: History;
  /** Saves what the list shows as a file. */
  onExport: () => void;
}

/** The switch of the history, its exceptions, and what is in it. */
export function HistorySection({ choice, history, onExport }: Props) {
  const { isOn } = choice.settings.value;
  const isEmpty = history.all.value.length === 0;
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          checked={isOn}
          onChange={({ currentTarget }) => void choice.setOn(currentTarget.checked)}
        />
        Keep summaries and answers
      </label>
      <p class="small-print">
        While this is on, a model’s summaries and answers about pages are kept on this device, with
        the page’s title and address. Nothing of a private window is, and nothing of what you have
        rewritten or translated.
      </p>
      {isOn && <HistoryExceptions choice={choice} />}
      {!isOn && !isEmpty && (
        <p class="notice">Nothing more is kept. What you have kept is below.</p>
      )}
      {!isEmpty && <HistoryList {...{ history, onExport }} />}
      {isOn && isEmpty && <p>Nothing is kept yet.</p>}
    </>
  );
}
