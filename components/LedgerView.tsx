import { useState } from "preact/hooks";
import type { LedgerEntry } from "../lib/models/ledger.ts";
import type { Ledger } from "../lib/options/ledger.ts";
import { inWords } from "./bytes.ts";

interface Props {
  ledger: Ledger;
  /** Saves the list as a file. */
  onExport: () => void;
}

/** Lines to show before the reader asks for all. */
const FIRST_LINES = 20;

/** Every request that Sotto has made, and the switch that allows no more. */
export function LedgerView({ ledger, onExport }: Props) {
  const [showsAll, setShowsAll] = useState(false);
  const entries = ledger.entries.value;
  const shown = showsAll ? entries : entries.slice(0, FIRST_LINES);
  return (
    <>
      <OfflineSwitch ledger={ledger} />
      <p aria-live="polite">{summary(entries.length, ledger.totalBytes.value)}</p>
      {entries.length > 0 && (
        <>
          <ol class="ledger">
            {shown.map((entry, index) => (
              <Line key={index} entry={entry} />
            ))}
          </ol>
          <div class="actions">
            {shown.length < entries.length && (
              <button type="button" onClick={() => setShowsAll(true)}>
                Show all {entries.length.toLocaleString("en")}
              </button>
            )}
            <button type="button" onClick={onExport}>
              Export the list…
            </button>
            <ClearButton onClear={() => ledger.clear()} />
          </div>
        </>
      )}
    </>
  );
}

function OfflineSwitch({ ledger }: Pick<Props, "ledger">) {
  return (
    <>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={ledger.isNetworkOff.value}
          checked={ledger.isNetworkOff.value}
          onChange={({ currentTarget }) => ledger.setNetworkOff(currentTarget.checked)}
        />
        Offline for good
      </label>
      <p class="small-print">
        While this is on, Sotto makes no request at all. Models that are here go on working; none
        can be fetched until you switch it off again.
      </p>
    </>
  );
}

function summary(count: number, bytes: number): string {
  if (count === 0) return "Sotto has made no request.";
  const requests = count === 1 ? "1 request" : `${count.toLocaleString("en")} requests`;
  return `Sotto has made ${requests}, all for models, and received ${inWords(bytes)}. The newest comes first.`;
}

function Line({ entry }: { entry: LedgerEntry }) {
  const { atMs, host, path, why, bytes, result } = entry;
  return (
    <li>
      <p>
        {sentence(why)} <span class="result">{result}</span>
        {bytes !== null && bytes > 0 && <span class="amount">{inWords(bytes)}</span>}
      </p>
      <p class="facts">
        <span>
          <time dateTime={new Date(atMs).toISOString()}>{when.format(atMs)}</time>
        </span>
        <span>{host}</span>
      </p>
      <p class="path">{path}</p>
    </li>
  );
}

const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}:`;
}

/** Asks once: the list cannot be had again. */
function ClearButton({ onClear }: { onClear: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const clear = () => {
    setIsAsking(false);
    onClear();
  };
  return (
    <>
      <button type="button" onClick={() => setIsAsking(!isAsking)}>
        {isAsking ? "Keep the list" : "Clear the list"}
      </button>
      {isAsking && (
        <button type="button" class="danger" onClick={clear}>
          Clear it
        </button>
      )}
    </>
  );
}
