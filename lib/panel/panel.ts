import { type ReadonlySignal, signal } from "@preact/signals";
import type { Engine, EngineSettings, JobEvent, JobStats } from "../engine/engine.ts";
import type { EngineState } from "../engine/state.ts";
import { AppError, type WireError } from "../errors.ts";
import type { Device } from "../models/device.ts";
import type { ReadingScope } from "../page/read-snapshot.ts";
import { type Answer, brokenOff, nextAnswer, noAnswer, waitingAnswer } from "./answer.ts";
import { chooseLanguage } from "../text/language.ts";
import type { PageText } from "../text/page-text.ts";
import { nextNotes, notesToGoOnFrom, type PartNotes } from "./part-notes.ts";
import { taskTextOf } from "./task-text-of.ts";
import { readPage, type ReadingSurroundings } from "./read-page.ts";
import { isTooShort, type ReadPage, type Reading } from "./reading.ts";

/** What the panel needs of the browser, so that it can be tested without one. */
export interface PanelSurroundings extends ReadingSurroundings {
  engine: Engine;
  /** The model to ask, and how to run it; null when the reader has none. */
  chooseModel(): Promise<{ modelId: string; settings: EngineSettings } | null>;
  /** What the reader wants of a summary of a page: options of the task. */
  optionsFor(page: PageText): Promise<Record<string, string>>;
  /** Asked after the options: the language to have a model answer in, of a page in another or none known; null for its own. */
  answerLanguage(page: string | null, modelId: string): Promise<string | null>;
  /** Told when something stands in the state that the reader has waited for since `askedAtMs`. */
  onShown(what: Shown, askedAtMs: number, detail?: ShownDetail): void;
}

/** Moments whose times are measured. */
export type Shown = "read" | "draft" | "first-text" | "answer";

/** Numbers that belong to a moment; nothing of what was read is in them. */
export type ShownDetail =
  { words: number; language: string | null } | { modelId: string; device: Device; stats: JobStats };

/** What a reader asked for. `askedAtMs` is on the panel's own clock (`performance.now()`). */
export interface Asked {
  taskId: string;
  tabId: number;
  scope: ReadingScope;
  /** A PDF to be read in place of the tab's page. */
  file?: File;
  askedAtMs: number;
}

/** Everything the panel shows of a task and everything its reader can do with it. */
export interface Panel {
  readonly engine: ReadonlySignal<EngineState>;
  readonly reading: ReadonlySignal<Reading>;
  readonly answer: ReadonlySignal<Answer>;
  /** What was noted of the page, part by part, if that is how it is read. */
  readonly notes: ReadonlySignal<PartNotes | null>;
  /** Why the page could not be read. */
  readonly problem: ReadonlySignal<WireError | null>;
  /** Reads a tab's page and starts a task on it, in place of the one before. */
  start(asked: Asked): Promise<void>;
  /** Reads a tab's page and asks nothing about it; null if it cannot be read, or is no longer wanted. */
  read(tabId: number): Promise<ReadPage | null>;
  /**
   * Asks the model again about the page that was read; nothing happens if there is none. Parts that
   * were read are not read again.
   */
  readonly askAgain: () => Promise<void>;
  /** The same, and has all of the page read, however long that takes. */
  readonly readEverything: () => Promise<void>;
  readonly stop: () => void;
}

export function createPanel(surroundings: PanelSurroundings): Panel {
  return new TaskPanel(surroundings);
}

class TaskPanel implements Panel {
  readonly engine = signal<EngineState>({ kind: "empty", reason: "not-started" });
  readonly reading = signal<Reading>({ kind: "none" });
  readonly answer = signal<Answer>(noAnswer);
  readonly notes = signal<PartNotes | null>(null);
  readonly problem = signal<WireError | null>(null);
  readonly #surroundings: PanelSurroundings;
  #last: Asked | null = null;
  #readsAll = false;
  #current = new AbortController();

  constructor(surroundings: PanelSurroundings) {
    this.#surroundings = surroundings;
    surroundings.engine.watch((state) => {
      this.engine.value = state;
    });
  }

  async start(asked: Asked): Promise<void> {
    const signal = this.#replaceCurrent();
    this.#last = asked;
    const read = await this.#read(asked, signal);
    if (read) await this.#ask(asked, read, signal);
  }

  read(tabId: number): Promise<ReadPage | null> {
    const toRead = { tabId, scope: "page", askedAtMs: performance.now() } as const;
    return this.#read(toRead, this.#replaceCurrent());
  }

  readonly askAgain = async (): Promise<void> => {
    if (!this.#last || this.reading.value.kind !== "read") return;
    const asked = { ...this.#last, askedAtMs: performance.now() };
    await this.#ask(asked, this.reading.value, this.#replaceCurrent());
  };

  readonly readEverything = (): Promise<void> => {
    this.#readsAll = true;
    return this.askAgain();
  };

  readonly stop = (): void => {
    this.#current.abort();
    if (this.reading.value.kind === "reading") this.reading.value = { kind: "none" };
  };

  async #read(toRead: Omit<Asked, "taskId">, signal: AbortSignal): Promise<ReadPage | null> {
    this.reading.value = { kind: "reading" };
    this.answer.value = noAnswer;
    this.notes.value = null;
    this.#readsAll = false;
    this.problem.value = null;
    try {
      const read = await readPage(toRead, this.#surroundings, signal);
      if (signal.aborted) return null;
      this.reading.value = { kind: "read", ...read };
      const { words, language } = read;
      this.#surroundings.onShown("draft", toRead.askedAtMs, { words, language });
      const whole = await this.#withLanguage(read);
      return signal.aborted ? null : whole;
    } catch (thrown) {
      if (signal.aborted) return null;
      this.reading.value = { kind: "failed", tabId: toRead.tabId };
      this.problem.value = AppError.from(thrown).toWire();
      return null;
    }
  }

  /** Ends what runs; gives the signal of what takes its place. */
  #replaceCurrent(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    return this.#current.signal;
  }

  /** Finding the language takes longer than a draft may, so it comes after it. */
  async #withLanguage(read: ReadPage): Promise<ReadPage> {
    const language = await chooseLanguage(read.page);
    const reading = this.reading.value;
    if (reading.kind === "read" && reading.page === read.page)
      this.reading.value = { ...reading, language };
    return { ...read, language };
  }

  async #ask(asked: Asked, read: ReadPage, signal: AbortSignal): Promise<void> {
    this.answer.value = noAnswer; // what the job before had shown would wait for ever
    if (isTooShort(read)) return;
    try {
      const chosen = await this.#surroundings.chooseModel();
      if (!chosen || signal.aborted) return;
      const options = await this.#surroundings.optionsFor(read.page);
      const wanted = await this.#surroundings.answerLanguage(read.language, chosen.modelId);
      const language = wanted ?? read.language;
      if (signal.aborted) return;
      this.answer.value = waitingAnswer;
      const madeFor = { modelId: chosen.modelId, language };
      const job = {
        ...chosen,
        taskId: asked.taskId,
        options,
        text: taskTextOf(read.page, language),
        readsAll: this.#readsAll,
        notes: notesToGoOnFrom(this.notes.value, madeFor),
      };
      await this.#surroundings.engine.run(
        job,
        (event) => {
          if (signal.aborted) return;
          this.notes.value = nextNotes(this.notes.value, event, madeFor);
          this.#take(event, asked);
        },
        signal,
      );
    } catch (thrown) {
      if (signal !== this.#current.signal) return; // another job has taken its place
      this.answer.value = brokenOff(this.answer.value, AppError.from(thrown).toWire());
    }
  }

  #take(event: JobEvent, { askedAtMs }: Asked): void {
    const isFirst = event.kind === "text" && this.answer.value.kind === "waiting";
    this.answer.value = nextAnswer(this.answer.value, event);
    if (isFirst) this.#surroundings.onShown("first-text", askedAtMs);
    const answer = this.answer.value;
    if (answer.kind !== "complete") return;
    const { modelId, device } = answer.started.model;
    this.#surroundings.onShown("answer", askedAtMs, { modelId, device, stats: answer.stats });
  }
}
