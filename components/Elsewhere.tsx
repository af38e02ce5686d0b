import { pageHost } from "./page-host.ts";

interface Props {
  page: { title: string; url: string };
  /** A sentence more. */
  note?: string | null;
  /** Given where the page in front can be summarized instead. */
  onSummarize?: (event: MouseEvent) => void;
}

/** Says that the answer is about a page which is not the one in front of the reader. */
export function Elsewhere({ page, note, onSummarize }: Props) {
  const host = pageHost(page.url);
  return (
    <aside class="elsewhere" aria-label="Another page">
      <p>
        This is about “{page.title || host}” ({host}), not the page in front of you. {note}
      </p>
      {onSummarize && (
        <button type="button" class="quiet" onClick={onSummarize}>
          Summarize this page
        </button>
      )}
    </aside>
  );
}
