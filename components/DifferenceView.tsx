import type { MarkedChange } from "../lib/panel/mark-changes.ts";

/** What a rewrite changes, word by word. What is marked should have stayed as it was. */
export function DifferenceView({ changes }: { changes: readonly MarkedChange[] }) {
  return (
    <p class="difference">
      {changes.map((change, index) => (
        <Piece key={index} change={change} />
      ))}
    </p>
  );
}

function Piece({ change: { kind, text, isMarked } }: { change: MarkedChange }) {
  const shown = kind === "same" ? text : withVisibleBreaks(text);
  const words = isMarked ? <mark>{shown}</mark> : shown;
  switch (kind) {
    case "same":
      return <>{words}</>;
    case "removed":
      return (
        <del>
          <Said words={isMarked ? "removed, should stay: " : "removed: "} />
          {words}
        </del>
      );
    case "added":
      return (
        <ins>
          <Said words={isMarked ? "added, was not there: " : "added: "} />
          {words}
        </ins>
      );
  }
}

/** Few screen readers tell of `ins` and `del` by themselves. Not selected, so never copied. */
function Said({ words }: { words: string }) {
  return <span class="visually-hidden said-only">{words}</span>;
}

/** A line break alone would show as nothing at all. */
function withVisibleBreaks(text: string): string {
  return text.trim() === "" ? text.replaceAll(/\r?\n/g, "↵\n") : text;
}
