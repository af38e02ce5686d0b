import { useMemo, useState } from "preact/hooks";
import type { Passage, PageText } from "../lib/text/page-text.ts";

/** More than these would take long to draw, and few readers look at them. */
const firstPassages = 500;

/** All that Sotto read, passage by passage; drawn only while the reader looks at it. */
export function ReadPassages({ page }: { page: PageText }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="read-passages" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>What Sotto read</summary>
      {isOpen && <PassageList passages={page.passages} />}
    </details>
  );
}

function PassageList({ passages }: { passages: readonly Passage[] }) {
  const [showsAll, setShowsAll] = useState(false);
  // every token of an answer draws the panel anew; this list need not be
  const items = useMemo(() => {
    const shown = showsAll ? passages : passages.slice(0, firstPassages);
    return shown.map((passage) => <PassageItem key={passage.number} passage={passage} />);
  }, [passages, showsAll]);
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

function PassageItem({ passage: { number, kind, text } }: { passage: Passage }) {
  return (
    <li value={number} data-passage-number={number} class={`passage-${kind}`}>
      <PassageText kind={kind} text={text} />
    </li>
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
