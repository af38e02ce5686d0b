import { useMemo } from "preact/hooks";
import type { Place } from "../lib/panel/showing-passage.ts";
import type { DraftSentence } from "../lib/text/draft.ts";
import type { Passage } from "../lib/text/page-text.ts";
import { lastWordOf } from "./last-word.ts";
import { PassageMark } from "./PassageMark.tsx";
import type { ShowsPassages } from "./shows-passages.ts";

interface Props {
  draft: readonly DraftSentence[];
  /** What the sentences were chosen from. */
  passages: readonly Passage[];
  places: ShowsPassages;
}

/** The instant summary: sentences of the page, as they stand there. */
export function DraftView({ draft, passages, places }: Props) {
  const placed = useMemo(() => draft.map((sentence) => placeOf(sentence, passages)), [draft]);
  if (draft.length === 0) return <p>This page has no sentences to choose from.</p>;
  return (
    <ul>
      {draft.map(({ text }, index) => {
        const place = placed[index];
        return (
          <li key={index}>
            {text.slice(0, lastWordOf(text))}
            <span class="unbroken">
              {text.slice(lastWordOf(text))}
              {place && <PassageMark {...{ place, places }} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function placeOf({ text, passageNumber }: DraftSentence, passages: readonly Passage[]): Place {
  const start = passages.find(({ number }) => number === passageNumber)?.text.indexOf(text) ?? -1;
  return { passageNumber, words: start < 0 ? [] : [{ start, end: start + text.length }] };
}

/** The instant summary as plain text. */
export function draftText(draft: readonly DraftSentence[]): string {
  return draft.map(({ text }) => `• ${text}`).join("\n");
}

/** The instant summary as Markdown. */
export function draftMarkdown(draft: readonly DraftSentence[]): string {
  return draft.map(({ text }) => `- ${text}`).join("\n");
}
