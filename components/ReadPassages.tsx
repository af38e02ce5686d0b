import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import {
  type AnswerEvidence,
  placesByPassage,
  type Resting,
} from "../lib/panel/answer-evidence.ts";
import type { Passage, PageText } from "../lib/text/page-text.ts";
import type { ShowsPassages } from "./shows-passages.ts";

/** More than these would take long to draw, and few readers look at them. */
const firstPassages = 500;

interface Props {
  page: PageText;
  /** What the answer rests on; null until that is known. */
  evidence: AnswerEvidence | null;
  places: ShowsPassages;
}

/** All that Sotto read, passage by passage; drawn only while the reader looks at it. */
export function ReadPassages({ page, evidence, places }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="read-passages" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>What Sotto read</summary>
      {isOpen && <PassageList passages={page.passages} {...{ evidence, places }} />}
    </details>
  );
}

type ListProps = { passages: readonly Passage[] } & Omit<Props, "page">;

function PassageList({ passages, evidence, places }: ListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const used = useMemo(() => evidence && placesByPassage(evidence), [evidence]);
  // every token of an answer draws the panel anew; this list need not be
  const items = useMemo(() => {
    const shown = showsAll ? passages : passages.slice(0, firstPassages);
    return shown.map((passage) => (
      <PassageItem key={passage.number} passage={passage}>
        <RestingMark resting={used?.get(passage.number)} places={places} />
      </PassageItem>
    ));
  }, [passages, showsAll, used, places.shown]);
  return (
    <>
      <ol class="passages" dir="auto">
        {items}
      </ol>
      {items.length < passages.length && (
        <button type="button" onClick={() => setShowsAll(true)}>
          Show all {passages.length.toLocaleString("en")} passages
        </button>
      )}
    </>
  );
}

interface ItemProps {
  passage: Passage;
  children: ComponentChildren;
}

function PassageItem({ passage: { number, kind, text, pdfPage }, children }: ItemProps) {
  return (
    <li value={number} data-passage-number={number} class={`passage-${kind}`}>
      <PassageText kind={kind} text={text} />
      {pdfPage !== undefined && <span class="caption pdf-page">page {pdfPage}</span>}
      {children}
    </li>
  );
}

/** Leads from a passage to the sentences of the answer that rest on it. */
function RestingMark({
  resting,
  places: { shown, onShow, onPutAway },
}: {
  resting: Resting | undefined;
  places: ShowsPassages;
}) {
  if (!resting) return null;
  const { place, count } = resting;
  const isShown = shown?.words === place.words;
  return (
    <button
      type="button"
      class="resting-mark"
      aria-pressed={isShown}
      onClick={() => (isShown ? onPutAway() : onShow(place))}
    >
      {count === 1 ? "1 sentence rests on this" : `${count} sentences rest on this`}
    </button>
  );
}

function PassageText({ kind, text }: Pick<Passage, "kind" | "text">) {
  switch (kind) {
    case "heading":
      return <strong>{text}</strong>;
    case "quote":
      return <blockquote>{text}</blockquote>;
    case "code":
      return <code>{text}</code>;
    case "paragraph":
    case "list-item":
    case "table-row":
      return <>{text}</>;
  }
}
