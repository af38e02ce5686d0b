import { useEffect, useRef } from "preact/hooks";
import type { ShowingOutcome, ShownPassage } from "../lib/panel/showing-passage.ts";
import { quoteWords } from "../lib/text/quote-words.ts";

interface Props {
  /** The passage that is shown now. */
  shown: ShownPassage | null;
  onPutAway: () => void;
}

/** Quotes the passage that is shown, at the panel's edge, so that the answer stays where it is. */
export function PassageCard({ shown, onPutAway }: Props) {
  return (
    // there from the start, so that what comes into it is read aloud
    <div class="passage-card" aria-live="polite">
      {shown && <Quoted {...{ shown, onPutAway }} />}
    </div>
  );
}

function Quoted({ shown, onPutAway }: Props & { shown: ShownPassage }) {
  const { passage, words, outcome, of } = shown;
  const putAway = usePutAway(shown, onPutAway);
  const sentence = sentenceFor(outcome);
  return (
    <section aria-label={`Passage ${passage.number}`}>
      <header>
        <strong>
          Passage {passage.number}
          {passage.pdfPage !== undefined && `, page ${passage.pdfPage}`}
        </strong>
        <button type="button" class="quiet" onClick={putAway}>
          Close
        </button>
      </header>
      <blockquote dir="auto" {...(of.page.language === null ? {} : { lang: of.page.language })}>
        {quoteWords(passage.text, words).map(({ text, isMeant }, index) =>
          isMeant ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </blockquote>
      {sentence !== null && <p class="caution">{sentence}</p>}
    </section>
  );
}

/** Puts the passage away, also with Escape, and gives the keyboard back to what it was asked with. */
function usePutAway(shown: ShownPassage, onPutAway: () => void): () => void {
  const asker = useRef<Element | null>(null);
  const putAway = () => {
    onPutAway();
    if (asker.current instanceof HTMLElement) asker.current.focus();
  };
  useEffect(() => {
    asker.current = document.activeElement;
  }, [shown.passage, shown.words]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") putAway();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  return putAway;
}

/** What the reader must know when the passage does not stand out in the page. */
function sentenceFor(outcome: ShowingOutcome): string | null {
  switch (outcome.kind) {
    case "looking":
    case "shown":
    case "put-away":
      return null;
    case "hidden":
      return "This passage is folded away or hidden in the page now.";
    case "changed":
      return "The page has changed: this passage is no longer there.";
    case "another-page":
      return "Another page is in that tab now.";
    case "failed":
      return failureSentence(outcome.error.code);
  }
}

function failureSentence(code: string): string {
  switch (code) {
    case "page-gone":
      return "The tab of this page was closed.";
    case "page-not-granted":
      return "Sotto may not look into that tab now. If the page is still there, press Sotto’s toolbar button on it.";
    case "page-forbidden":
      return "The browser lets no extension into the page that is there now.";
    default:
      return "The passage could not be shown in the page. Try again.";
  }
}
