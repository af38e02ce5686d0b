import { type Answer, isRunning } from "../lib/panel/answer.ts";
import type { Panel } from "../lib/panel/panel.ts";
import type { PartNotes } from "../lib/panel/part-notes.ts";

type Props = { panel: Pick<Panel, "answer" | "notes" | "askAgain" | "readEverything"> };

/** What a page needs that is longer than one prompt: the rest of it, and what each part says. */
export function LongPage({ panel }: Props) {
  const answer = panel.answer.value;
  const notes = panel.notes.value;
  return (
    <>
      <ReadEverything answer={answer} onClick={() => void panel.readEverything()} />
      {notes && notes.notes.length > 0 && (
        <PartByPart {...{ answer, notes }} onGoOn={() => void panel.askAgain()} />
      )}
    </>
  );
}

function ReadEverything({ answer, onClick }: { answer: Answer; onClick: () => void }) {
  const way = answer.kind === "complete" ? answer.started.way : undefined;
  if (way?.kind !== "selection") return null;
  return (
    <p class="read-everything">
      <button type="button" onClick={onClick}>
        Read everything{way.fullSeconds === null ? "" : ` (${roughTime(way.fullSeconds)})`}
      </button>
    </p>
  );
}

function roughTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return "less than a minute";
  return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

interface PartByPartProps {
  answer: Answer;
  notes: PartNotes;
  onGoOn: () => void;
}

function PartByPart({ answer, notes: { notes, totalParts }, onGoOn }: PartByPartProps) {
  const isBrokenOff = answer.kind === "stopped" || answer.kind === "failed";
  return (
    <section class="part-by-part" aria-label="Part by part" aria-busy={isRunning(answer)}>
      <details open={answer.kind !== "complete"}>
        <summary>
          Part by part: {notes.length} of {totalParts}
        </summary>
        <ol dir="auto">
          {notes.map(({ heading, text }, at) => (
            // parts have no names, and keep their places
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              {heading !== null && heading !== notes[at - 1]?.heading && <strong>{heading}</strong>}
              {text}
            </li>
          ))}
        </ol>
      </details>
      {isBrokenOff && (
        <button type="button" onClick={onGoOn}>
          Go on
        </button>
      )}
    </section>
  );
}
