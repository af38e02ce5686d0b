import { type ReadonlySignal, signal } from "@preact/signals";
import type { Translator } from "../engine/translator.ts";
import { AppError, type WireError } from "../errors.ts";
import type { OriginalView, TextGroup, ToPage, ToPanel } from "../page/in-place/page-messages.ts";
import type { Pack } from "../models/catalogue/packs.ts";
import { findRoute } from "../models/packs.ts";
import { PageAnswers } from "./page-answers.ts";

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
  /** The language that the reader reads now, an ISO 639-1 code. */
  readerLanguage(): Promise<string>;
  /** The packs on this machine. */
  listPacks(): Promise<readonly Pack[]>;
  /** Into what the reader had pages of a language translated last; null if never. */
  readLastTarget(from: string): Promise<string | null>;
  keepLastTarget(from: string, to: string): Promise<void>;
}

/** The script in a page, and who answers it. */
interface AnsweredPage {
  link: PageLink;
  answers: PageAnswers;
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
  /** The language that the page is translated into; nothing before the first. */
  readonly target: ReadonlySignal<string>;
  readonly original: ReadonlySignal<OriginalView>;
  /**
   * Translates a tab's page into a language, or goes on where that was begun. Without one it is the
   * language into which the reader had the page's own translated last, or else the reader's.
   */
  start(tabId: number, to?: string): Promise<void>;
  /**
   * The language to offer for a page; null where nothing speaks for one. The page's own may not be
   * known yet.
   */
  suggestTarget(from: string | null): Promise<string | null>;
  readonly show: (original: OriginalView) => void;
  /** Keeps what is translated. */
  readonly stop: () => void;
  readonly goOn: () => Promise<void>;
  /** Begins anew where packs have come for what stands as it was. */
  readonly usePacks: () => Promise<void>;
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
  readonly target = signal("");
  readonly original = signal<OriginalView>("hidden");
  readonly #surroundings: PageTranslatingSurroundings;
  #tabId: number | null = null;
  #link: PageLink | null = null;
  #current = new AbortController();
  /** Who has said into which language the page goes; settled once its own language is known too. */
  #targetBy: "reader" | "default" | "settled" = "default";

  constructor(surroundings: PageTranslatingSurroundings) {
    this.#surroundings = surroundings;
  }

  async start(tabId: number, to?: string): Promise<void> {
    const signal = this.#begin();
    this.#targetBy = to === undefined ? "default" : "reader";
    const target = to ?? (await this.#surroundings.readerLanguage());
    if (!signal.aborted) await this.#open(tabId, target);
  }

  async suggestTarget(from: string | null): Promise<string | null> {
    const kept = from === null ? null : await this.#surroundings.readLastTarget(from);
    if (kept !== null) return kept;
    const reader = await this.#surroundings.readerLanguage();
    if (reader !== from) return reader;
    // what is in the reader's own language is meant for others, most likely in English
    return from === "en" ? null : "en";
  }

  async #open(tabId: number, to: string): Promise<void> {
    const signal = this.#begin();
    this.#tabId = tabId;
    this.target.value = to;
    this.translation.value = { kind: "starting" };
    try {
      const answers = new PageAnswers(to, this.#surroundings.translator);
      const link = await this.#surroundings.openPage(tabId);
      if (signal.aborted) return link.close();
      this.#attend({ link, answers }, signal);
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
    if (this.#tabId !== null) await this.#open(this.#tabId, this.target.value);
  };

  readonly usePacks = async (): Promise<void> => {
    const { value } = this.translation;
    if (!("missing" in value)) return;
    const here = await this.#surroundings.listPacks();
    const to = this.target.value;
    const hasCome = value.missing.some((from) => findRoute({ from, to }, here) !== null);
    // what was left is known to the page as done
    if (hasCome) await this.#putBack(() => void this.goOn());
  };

  readonly restore = (): Promise<void> =>
    this.#putBack(() => {
      this.translation.value = { kind: "restored" };
    });

  /** The script waits in the page, whether or not it was stopped. */
  async #putBack(onRestored: () => void): Promise<void> {
    if (this.#tabId === null) return;
    const signal = this.#begin();
    try {
      const link = await this.#surroundings.openPage(this.#tabId);
      link.onMessage(({ kind }) => {
        if (kind !== "restored") return;
        link.close();
        if (!signal.aborted) onRestored();
      });
      link.send({ kind: "restore" });
    } catch (thrown) {
      this.#fail(thrown, signal);
    }
  }

  readonly leave = (): void => {
    this.#begin();
    this.translation.value = { kind: "none" };
  };

  /** Ends what runs; gives the signal of what takes its place. */
  #begin(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    this.#link?.close();
    this.#link = null;
    return this.#current.signal;
  }

  #attend(page: AnsweredPage, signal: AbortSignal): void {
    const { link, answers } = page;
    this.#link = link;
    link.onMessage((message) => {
      if (signal.aborted) return;
      if (message.kind === "progress") this.#showProgress(message, answers);
      else if (message.kind === "ask") void this.#answer(page, message.groups, signal);
    });
    link.onClose(() => {
      if (!signal.aborted) this.leave(); // the tab has gone to another page, or is gone
    });
  }

  #showProgress(
    { doneSentences, totalSentences, leftSentences, isCut }: PageProgress,
    { main, missing }: PageAnswers,
  ): void {
    this.translation.value = {
      kind: doneSentences < totalSentences ? "running" : "done",
      progress: { doneSentences, totalSentences, leftSentences, isCut },
      from: main,
      missing: [...missing],
    };
  }

  async #answer(
    { link, answers }: AnsweredPage,
    groups: readonly TextGroup[],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const languages = await answers.tell(groups);
      const to = await this.#settleTarget(answers.main);
      if (signal.aborted) return;
      if (to !== this.target.value) return await this.#turnInto(to);
      const translated = await answers.translate(groups, languages, signal);
      if (!signal.aborted) link.send({ kind: "translated", groups: translated });
    } catch (thrown) {
      this.#fail(thrown, signal);
    }
  }

  /** The language to translate into, now that the page's own may be known. */
  async #settleTarget(main: string | null): Promise<string> {
    const { value: to } = this.target;
    if (main === null || this.#targetBy === "settled") return to;
    const isChosen = this.#targetBy === "reader";
    this.#targetBy = "settled";
    if (!isChosen) return (await this.#surroundings.readLastTarget(main)) ?? to;
    if (main !== to) await this.#surroundings.keepLastTarget(main, to);
    return to;
  }

  async #turnInto(to: string): Promise<void> {
    this.target.value = to;
    await this.goOn();
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
