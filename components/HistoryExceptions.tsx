import { useState } from "preact/hooks";
import type { HistoryChoice } from "../lib/options/history-choice.ts";

/** The sites of which nothing is kept: to read, to end, and to add to. */
export function HistoryExceptions({ choice }: { choice: HistoryChoice }) {
  const { exceptedSites } = choice.settings.value;
  return (
    <>
      {exceptedSites.length > 0 && (
        <>
          <p>Nothing is kept of:</p>
          <ul class="plain-list">
            {exceptedSites.map((site) => (
              <li key={site} class="actions">
                <span>{site}</span>
                <button type="button" class="quiet" onClick={() => void choice.endException(site)}>
                  Keep again <span class="visually-hidden">what is of {site}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Adding choice={choice} />
    </>
  );
}

function Adding({ choice }: { choice: HistoryChoice }) {
  const [typed, setTyped] = useState("");
  const [isRefused, setIsRefused] = useState(false);

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const isAdded = await choice.except(typed);
    setIsRefused(!isAdded);
    if (isAdded) setTyped("");
  }

  return (
    <form class="hub-id" onSubmit={(event) => void add(event)}>
      <label>
        Keep nothing of this site
        <input
          type="text"
          value={typed}
          placeholder="mail.example.org"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby="site-problem"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit">Add</button>
      <p id="site-problem" class="small-print" aria-live="polite">
        {isRefused && "That is not the name of a site, such as mail.example.org."}
      </p>
    </form>
  );
}
