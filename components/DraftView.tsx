import type { DraftSentence } from "../lib/text/draft.ts";

/** The instant summary: sentences of the page, as they stand there. */
export function DraftView({ draft }: { draft: readonly DraftSentence[] }) {
  if (draft.length === 0) return <p>This page has no sentences to choose from.</p>;
  return (
    <ul>
      {draft.map(({ text, passageNumber }, index) => (
        <li key={index} data-passage={passageNumber}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The instant summary as plain text. */
export function draftText(draft: readonly DraftSentence[]): string {
  return draft.map(({ text }) => `• ${text}`).join("\n");
}

/** The instant summary as Markdown. */
export function draftMarkdown(draft: readonly DraftSentence[]): string {
  return draft.map(({ text }) => `- ${text}`).join("\n");
}
