import { type ReadonlySignal, signal } from "@preact/signals";
import type { Translator } from "../engine/translator.ts";
import { AppError, type WireError } from "../errors.ts";
import type { OriginalView, TextGroup, ToPage, ToPanel } from "../page/in-place/page-messages.ts";
import { PageLanguages } from "./page-languages.ts";

export type { OriginalView } from "../page/in-place/page-messages.ts";

/** The script in a page that is translated. */
export interface PageLink {
  send(message: ToPage): void;
  onMessage(listener: (message: ToPanel) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

/** What translating a page needs of the browser, so that it can be tested without one. */
export interface PageTranslatingSurroundings {
  translator: Translator;
  /** @throws AppError a code that begins with `page-`. */
  openPage(tabId: number): Promise<PageLink>;
  /** The language that the reader reads, an ISO 639-1 code. */
  readerLanguage: string;
}

/** How far it has come. */
export interface PageProgress {
  doneSentences: number;
  totalSentences: number;
  leftSentences: number;
  isCut: boolean;
}

/** What becomes of a page. */
export type PageTranslation =
  | { kind: "none" }
  | { kind: "starting" }
  | {
      /** `done` until the page adds more. */
      kind: "running" | "done" | "stopped";
      progress: PageProgress;
      /** The language that most of it is in, an ISO 639-1 code; null while that is not known. */
      from: string | null;
      /** Languages that no pack translates; what is in them stays as it was. */
      missing: readonly string[];
    }
  | { kind: "restored" }
  | { kind: "failed"; error: WireError };

/** Translating a page in place: all that is shown of it, and all that its reader can do. */
export interface PageTranslating {
  readonly translation: ReadonlySignal<PageTranslation>;
  /** The language that pages are translated into: the reader's own until another was chosen. */
  readonly target: ReadonlySignal<string>;
  readonly original: ReadonlySignal<OriginalView>;
  /** Translates a tab's page into a language, or goes on where that was begun. */
  start(tabId: number, to?: string): Promise<void>;
  readonly show: (original: OriginalView) => void;
  /** Keeps what is translated. */
  readonly stop: () => void;
  readonly goOn: () => Promise<void>;
  /** Puts the page back as it was. */
  readonly restore: () => Promise<void>;
  /** Shows nothing of it any more. The page stays as it is. */
  readonly leave: () => void;
}

export function createPageTranslating(surroundings: PageTranslatingSurroundings): PageTranslating {
  return new TabTranslating(surroundings);
}

class TabTranslating implements PageTranslating {
  readonly translation = signal<PageTranslation>({ kind: "none" });
  readonly target;
  readonly original = signal<OriginalView>("hidden");
  readonly #surroundings: PageTranslatingSurroundings;
  #tabId: number | null = null;
  #link: PageLink | null = null;
  #current = new AbortController();
  #languages = new PageLanguages("");
  #missing = new Set<string>();

  constructor(surroundings: PageTranslatingSurroundings) {
    this.#surroundings = surroundings;
    this.target = signal(surroundings.readerLanguage);
  }

  async start(tabId: number, to = this.target.value): Promise<void> {
    const signal = this.#begin();
    this.#tabId = tabId;
    this.target.value = to;
    this.translation.value = { kind: "starting" };
    try {
      this.#languages = new PageLanguages(to);
      const link = await this.#surroundings.openPage(tabId);
      if (signal.aborted) return link.close();
      this.#attend(link, signal);
      const direction = isRightToLeft(to) ? "rtl" : "ltr";
      link.send({ kind: "begin", target: { tag: to, direction }, original: this.original.value });
    } catch (thrown) {
      this.#fail(thrown, signal);
    }
  }

  readonly show = (original: OriginalView): void => {
    this.original.value = original;
    this.#link?.send({ kind: "show", original });
  };

  readonly stop = (): void => {
    const { value } = this.translation;
    this.#begin();
    this.translation.value = value.kind === "running" ? { ...value, kind: "stopped" } : value;
    if (value.kind === "starting") this.translation.value = { kind: "none" };
  };

  readonly goOn = async (): Promise<void> => {
    if (this.#tabId !== null) await this.start(this.#tabId);
  };

  readonly restore = async (): Promise<void> => {
    if (this.#tabId === null) return;
    const signal = this.#begin();
    try {
      // the script waits in the page, whether or not it was stopped
      const link = await this.#surroundings.openPage(this.#tabId);
      link.onMessage(({ kind }) => {
        if (kind !== "restored") return;
        link.close();
        if (!signal.aborted) this.translation.value = { kind: "restored" };
      });
      link.send({ kind: "restore" });
    } catch (thrown) {
      this.#fail(thrown, signal);
    }
  };

  readonly leave = (): void => {
    this.#begin();
    this.translation.value = { kind: "none" };
  };

  /** Ends what runs; gives the signal of what takes its place. */
  #begin(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    this.#missing = new Set();
    this.#link?.close();
    this.#link = null;
    return this.#current.signal;
  }

  #attend(link: PageLink, signal: AbortSignal): void {
    this.#link = link;
    link.onMessage((message) => {
      if (signal.aborted) return;
      if (message.kind === "progress") this.#showProgress(message);
      else if (message.kind === "ask") void this.#answer(link, message.groups, signal);
    });
    link.onClose(() => {
      if (!signal.aborted) this.leave(); // the tab has gone to another page, or is gone
    });
  }

  #showProgress({ doneSentences, totalSentences, leftSentences, isCut }: PageProgress): void {
    this.translation.value = {
      kind: doneSentences < totalSentences ? "running" : "done",
      progress: { doneSentences, totalSentences, leftSentences, isCut },
      from: this.#languages.main,
      missing: [...this.#missing],
    };
  }

  async #answer(link: PageLink, groups: readonly TextGroup[], signal: AbortSignal): Promise<void> {
    try {
      const languages = await this.#languages.of(groups);
      const answers = groups.map(({ texts }): (string | null)[] => [...texts]);
      for (const from of new Set(languages)) {
        if (from === null || from === this.target.value) continue;
        const inIt = groups.flatMap(({ texts }, at) =>
          languages[at] === from ? texts.map((text, index) => ({ at, index, text })) : [],
        );
        const translated = await this.#translate(
          inIt.map(({ text }) => text),
          from,
          signal,
        );
        for (const [number, { at, index }] of inIt.entries())
          answers[at]?.splice(index, 1, translated[number] ?? null);
      }
      if (!signal.aborted) link.send({ kind: "translated", groups: answers });
    } catch (thrown) {
      this.#fail(thrown, signal);
    }
  }

  /** The translations, null for what has none; the texts as they are where no pack is for them. */
  async #translate(
    texts: readonly string[],
    from: string,
    signal: AbortSignal,
  ): Promise<readonly (string | null)[]> {
    const to = this.target.value;
    try {
      const { translator } = this.#surroundings;
      const results = await translator.translate({ texts, from, to }, () => {}, signal);
      return results.map(({ text, isTranslated }) => (isTranslated ? text : null));
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (error.code !== "pack-missing") throw error;
      this.#missing.add(from);
      return texts;
    }
  }

  #fail(thrown: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#begin();
    this.translation.value = { kind: "failed", error: AppError.from(thrown).toWire() };
  }
}

/** Whether a language is written from right to left. */
function isRightToLeft(language: string): boolean {
  return ["ar", "fa", "he", "ps", "ur", "yi"].includes(language);
}
