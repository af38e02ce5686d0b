import { type ReadonlySignal, signal } from "@preact/signals";
import type { Engine, EngineSettings, JobEvent } from "../engine/engine.ts";
import { AppError } from "../errors.ts";
import type { RewriteWay } from "../tasks/rewrite-way.ts";
import {
  createReplacing,
  type Replacement,
  type ReplaceSurroundings,
  type Replacing,
  type ToReplace,
} from "./replacing.ts";
import { nextProgress, noProgress, type RewriteProgress } from "./rewrite-progress.ts";
import { type JobEnd, makeResult, type RewriteResult } from "./rewrite-result.ts";
import {
  readSelection,
  type Selected,
  type SelectionSurroundings,
  type Subject,
} from "./selection.ts";
import { askOf, findWanted, isComplete, type KeptWays, type Wanted, wayOf } from "./wanted.ts";

/** What rewriting needs of the browser, so that it can be tested without one. */
export interface RewriteSurroundings extends SelectionSurroundings, ReplaceSurroundings {
  engine: Engine;
  /** The model to ask, and how to run it; null when the reader has none. */
  chooseModel(): Promise<{ modelId: string; settings: EngineSettings } | null>;
  ways: KeptWays;
}

/** What the model makes of it. */
export type Rewrite =
  /** Not asked for yet: the reader has still to say how. */
  | { kind: "none" }
  | { kind: "no-model" }
  | { kind: "running"; progress: RewriteProgress }
  | {
      kind: "ended";
      progress: RewriteProgress;
      /** Null if nothing came. */
      result: RewriteResult | null;
      end: JobEnd;
      /** Whether the reader has seen the same wording before. */
      isRepeated: boolean;
    };

/** Rewriting what is selected: all that is shown of it, and all that its reader can do. */
export interface Rewriting {
  readonly subject: ReadonlySignal<Subject>;
  /** Null while the reader has still to choose. */
  readonly wanted: ReadonlySignal<Wanted | null>;
  /** The reader's own words of the last time; empty if there were none. */
  readonly lastWords: ReadonlySignal<string>;
  readonly rewrite: ReadonlySignal<Rewrite>;
  readonly replacement: ReadonlySignal<Replacement>;
  /**
   * Reads what is selected in a tab and rewrites it in a way; null is the way of the last time.
   * Where the way is the reader's own words and none are given, these are waited for.
   */
  start(tabId: number, way: RewriteWay | null, words?: string): Promise<void>;
  /** Rewrites what was read as the reader says. */
  readonly askInOwnWords: (words: string) => Promise<void>;
  /** Asks for another wording. */
  readonly tryAgain: () => Promise<void>;
  /** Keeps the parts that are done. */
  readonly stop: () => void;
  /** Replaces the text, or asks once more first. */
  readonly replace: () => Promise<void>;
  /** Does not replace after all. */
  readonly keepOld: () => void;
  readonly undo: () => Promise<void>;
  /** Ends whatever runs and shows nothing any more. */
  readonly leave: () => void;
}

export function createRewriting(surroundings: RewriteSurroundings): Rewriting {
  return new SelectionRewriting(surroundings);
}

class SelectionRewriting implements Rewriting {
  readonly subject = signal<Subject>({ kind: "none" });
  readonly wanted = signal<Wanted | null>(null);
  readonly lastWords = signal("");
  readonly rewrite = signal<Rewrite>({ kind: "none" });
  readonly replacement: Replacing["replacement"];
  readonly replace: Replacing["replace"];
  readonly keepOld: Replacing["keepOld"];
  readonly undo: Replacing["undo"];
  readonly #surroundings: RewriteSurroundings;
  readonly #replacing: Replacing;
  #current = new AbortController();
  /** For each part, the wordings that the reader has seen. */
  #earlier: string[][] = [];

  constructor(surroundings: RewriteSurroundings) {
    this.#surroundings = surroundings;
    this.#replacing = createReplacing(surroundings, () => this.#findShown());
    this.replacement = this.#replacing.replacement;
    this.replace = this.#replacing.replace;
    this.keepOld = this.#replacing.keepOld;
    this.undo = this.#replacing.undo;
  }

  async start(tabId: number, way: RewriteWay | null, typed = ""): Promise<void> {
    const { ways } = this.#surroundings;
    const words = typed.trim();
    const signal = this.#begin();
    this.wanted.value = null;
    this.subject.value = { kind: "reading" };
    if (words !== "") await ways.keepLastWords(words); // also where nothing can be read
    const [subject, wanted, lastWords] = await Promise.all([
      readSelection(tabId, this.#surroundings),
      findWanted(way, words, ways),
      ways.readLastWords(),
    ]);
    if (signal.aborted) return;
    this.lastWords.value = lastWords;
    this.wanted.value = wanted;
    this.subject.value = subject;
    const hasText = subject.kind === "selected" && subject.target.text.trim() !== "";
    if (hasText && wanted && isComplete(wanted)) await this.#ask(wanted);
  }

  readonly askInOwnWords = async (typed: string): Promise<void> => {
    const words = typed.trim();
    if (this.subject.value.kind !== "selected" || words === "") return;
    this.lastWords.value = words;
    await this.#surroundings.ways.keepLastWords(words);
    await this.#ask({ kind: "own", words });
  };

  readonly tryAgain = async (): Promise<void> => {
    const { value: wanted } = this.wanted;
    const { value: rewrite } = this.rewrite;
    if (!wanted || rewrite.kind === "running") return;
    if (rewrite.kind === "ended") this.#remember(rewrite.result);
    await this.#write(wanted);
  };

  readonly stop = (): void => {
    this.#current.abort();
    if (this.subject.value.kind === "reading") this.subject.value = { kind: "none" };
  };

  readonly leave = (): void => {
    this.#begin();
    this.subject.value = { kind: "none" };
    this.wanted.value = null;
  };

  /** Ends what was before; gives the signal of what takes its place. */
  #begin(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    this.#earlier = [];
    this.rewrite.value = { kind: "none" };
    this.#replacing.reset();
    return this.#current.signal;
  }

  async #ask(wanted: Wanted): Promise<void> {
    this.#earlier = [];
    this.wanted.value = wanted;
    await Promise.all([this.#surroundings.ways.keepLastWay(wayOf(wanted)), this.#write(wanted)]);
  }

  #remember(result: RewriteResult | null): void {
    for (const [index, wording] of (result?.wordings ?? []).entries())
      this.#earlier[index] = [...new Set([...(this.#earlier[index] ?? []), wording])];
  }

  async #write(wanted: Wanted): Promise<void> {
    const { value: subject } = this.subject;
    if (subject.kind !== "selected") return;
    this.#current.abort();
    this.#current = new AbortController();
    const { signal } = this.#current;
    this.#replacing.reset();
    this.rewrite.value = { kind: "running", progress: noProgress };
    const end = await this.#run(wanted, subject, signal);
    if (signal !== this.#current.signal) return; // another job has taken its place
    if (end === null) this.rewrite.value = { kind: "no-model" };
    else this.#finish(subject, end);
  }

  /** Runs the job to its end; null if there is no model. */
  async #run(
    wanted: Wanted,
    { target, language }: Selected,
    signal: AbortSignal,
  ): Promise<JobEnd | null> {
    try {
      const chosen = await this.#surroundings.chooseModel();
      if (!chosen) return null;
      const job = {
        ...chosen,
        taskId: "rewrite",
        ...askOf(wanted),
        // its lines, so that it is taken as it is
        text: { title: "", language, passages: target.text.split("\n"), earlier: this.#earlier },
      };
      await this.#surroundings.engine.run(job, (event) => this.#take(event, signal), signal);
      return { kind: "done" };
    } catch (thrown) {
      const error = AppError.from(thrown).toWire();
      return error.code === "cancelled" ? { kind: "stopped" } : { kind: "failed", error };
    }
  }

  #take(event: JobEvent, signal: AbortSignal): void {
    const { value: rewrite } = this.rewrite;
    if (signal.aborted || rewrite.kind !== "running") return;
    this.rewrite.value = { kind: "running", progress: nextProgress(rewrite.progress, event) };
  }

  #finish({ target, language }: Selected, end: JobEnd): void {
    const { value: rewrite } = this.rewrite;
    if (rewrite.kind !== "running") return;
    const { progress } = rewrite;
    const result = makeResult({ text: target.text, language }, progress, end);
    const isRepeated =
      result?.wordings.every((wording, at) => this.#earlier[at]?.includes(wording)) ?? false;
    this.rewrite.value = { kind: "ended", progress, result, end, isRepeated };
  }

  #findShown(): ToReplace | null {
    const { value: subject } = this.subject;
    const { value: rewrite } = this.rewrite;
    if (subject.kind !== "selected" || rewrite.kind !== "ended" || !rewrite.result) return null;
    return { place: subject, result: rewrite.result };
  }
}
