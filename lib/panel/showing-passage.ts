import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";
import type { Words } from "../page/find-passage.ts";
import type {
  FromHighlighter,
  HighlightOutcome,
  ToHighlighter,
} from "../page/highlight-messages.ts";
import type { Passage } from "../text/page-text.ts";
import type { ReadPage } from "./reading.ts";

/** The script in a page that shows one passage. Closing the link takes away what it shows. */
export interface HighlightLink {
  send(message: ToHighlighter): void;
  onMessage(listener: (message: FromHighlighter) => void): void;
  close(): void;
}

/** Words of a passage of the page. */
export interface Place {
  passageNumber: number;
  /** Stretches of the passage's text in UTF-16 units; the same array stands for the same place. */
  words: readonly Words[];
}

/** A passage that the reader has asked for, and what became of showing it in its page. */
export interface ShownPassage {
  of: Pick<ReadPage, "page" | "tabId">;
  passage: Passage;
  /** The words of it that stand out, in UTF-16 units. */
  words: readonly Words[];
  outcome: ShowingOutcome;
}

export type ShowingOutcome =
  | { kind: "looking" }
  | { kind: HighlightOutcome }
  /** The reader has put the highlight away in the page. */
  | { kind: "put-away" }
  | { kind: "failed"; error: WireError };

/** Shows the reader where on the page something stands. */
export interface PassageShowing {
  readonly shown: ReadonlySignal<ShownPassage | null>;
  /** Shows a passage in place of the one before; nothing happens if the page has none so numbered. */
  show(of: Pick<ReadPage, "page" | "tabId">, place: Place): Promise<void>;
  readonly putAway: () => void;
}

/** @param openPage Throws an AppError with a code that begins with `page-`. */
export function createPassageShowing(
  openPage: (tabId: number) => Promise<HighlightLink>,
): PassageShowing {
  const shown = signal<ShownPassage | null>(null);
  let link: HighlightLink | null = null;

  function putAway(): void {
    link?.close();
    link = null;
    shown.value = null;
  }

  /** Says what became of a passage, unless another is shown by now. */
  function settle(passage: Passage, outcome: ShowingOutcome): void {
    if (shown.value?.passage === passage) shown.value = { ...shown.value, outcome };
  }

  async function show(...[of, { passageNumber, words }]: Parameters<PassageShowing["show"]>) {
    const passage = of.page.passages.find(({ number }) => number === passageNumber);
    if (!passage) return;
    putAway();
    const asked: ShownPassage = { of, passage, words, outcome: { kind: "looking" } };
    shown.value = asked;
    // the browser's own viewer lets nobody in: the passage and its page's number must do
    if (of.page.source === "pdf") return settle(passage, { kind: "shown" });
    try {
      const opened = await openPage(of.tabId);
      if (shown.value !== asked) return opened.close();
      link = opened;
      opened.onMessage((message) => {
        if (link !== opened) return;
        settle(passage, { kind: message.kind === "done" ? message.outcome : "put-away" });
      });
      const { place, text } = passage;
      opened.send({ url: of.page.url, place, text, words: [...words] });
    } catch (thrown) {
      const error = AppError.from(thrown).toWire();
      if (shown.value === asked) settle(passage, { kind: "failed", error });
    }
  }

  return { shown, show, putAway };
}
