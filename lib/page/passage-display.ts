import { findPassage, type FoundPassage } from "./find-passage.ts";
import { highlight } from "./highlight.ts";
import type { HighlightOutcome, ToHighlighter } from "./highlight-messages.ts";
import { scrollToRange } from "./scroll-to-range.ts";

/** Shows the reader one passage of a page at a time, and leaves the document as it is. */
export class PassageDisplay {
  readonly #document: Document;
  readonly #onPutAway: () => void;
  #takeAway: () => void = () => {};

  /** @param onPutAway Called when the reader has put the highlight away with Escape. */
  constructor(document: Document, onPutAway: () => void) {
    this.#document = document;
    this.#onPutAway = onPutAway;
  }

  /** Marks a passage and scrolls to its words, in place of the one before. */
  show(passage: ToHighlighter): HighlightOutcome {
    this.clear();
    const found = findPassage(this.#document, passage, passage.words);
    const first = found?.words[0] ?? found?.whole[0];
    if (!found || !first) return this.#isAt(passage.url) ? "changed" : "another-page";
    this.#mark(found);
    if (!isVisible(first)) return "hidden";
    scrollToRange(first);
    return "shown";
  }

  /** Takes every trace of the highlight away. */
  clear(): void {
    this.#takeAway();
    this.#takeAway = () => {};
  }

  #mark(found: FoundPassage): void {
    const listening = new AbortController();
    const unmark = highlight(found);
    this.#takeAway = () => {
      listening.abort();
      unmark();
    };
    const documents = found.whole.map(({ startContainer }) => startContainer.ownerDocument);
    for (const document of new Set([this.#document, ...documents]))
      document?.addEventListener("keydown", this.#onKey, {
        capture: true,
        signal: listening.signal,
      });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    this.clear();
    this.#onPutAway();
  };

  #isAt(url: string): boolean {
    return withoutFragment(this.#document.location.href) === withoutFragment(url);
  }
}

function isVisible({ startContainer }: Range): boolean {
  return startContainer.parentElement?.checkVisibility({ visibilityProperty: true }) ?? true;
}

function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
