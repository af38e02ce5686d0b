import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { TranslatedText, Translator } from "../engine/translator.ts";
import { AppError } from "../errors.ts";
import type { Pack } from "../models/catalogue/packs.ts";
import { findRoute } from "../models/packs.ts";
import { joinTranslated } from "../text/join-translated.ts";
import { detectLanguage } from "../text/language.ts";
import { type Part, splitSentenceParts } from "../text/parts.ts";
import {
  createReplacing,
  type Replaceable,
  type Replacement,
  type ReplaceSurroundings,
  type Replacing,
} from "./replacing.ts";
import type { JobEnd } from "./rewrite-result.ts";
import { readSelection, type SelectionSurroundings, type Subject } from "./selection.ts";

/** What translating a selection needs of the browser, so that it can be tested without one. */
export interface TranslateSurroundings extends SelectionSurroundings, ReplaceSurroundings {
  translator: Translator;
  /** The packs on this machine. */
  listPacks(): Promise<readonly Pack[]>;
  /** The language that the reader reads, an ISO 639-1 code. */
  readerLanguage(): Promise<string>;
  /** Into what the reader had a language translated last; null if never. */
  readLastTarget(from: string): Promise<string | null>;
  keepLastTarget(from: string, to: string): Promise<void>;
}

/** From what into what; ISO 639-1 codes, null where nobody has said and nothing is sure enough. */
export interface Direction {
  from: string | null;
  to: string | null;
  /** Whether the text is long and plain enough to tell its language. */
  isSure: boolean;
}

/** A sentence of the selection and what became of it; null until that is known. */
export interface SentencePair {
  part: Part;
  translated: TranslatedText | null;
}

/** What becomes of a selection. */
export type SelectionTranslation =
  /** Waits for a direction. */
  | { kind: "none" }
  /** `missing` are packs to fetch; empty where there are none for this direction. */
  | { kind: "no-pack"; missing: readonly Pack[] }
  | { kind: "running"; pairs: readonly SentencePair[] }
  | { kind: "ended"; pairs: readonly SentencePair[]; end: JobEnd };

/** Translating what is selected: all that is shown of it, and all that its reader can do. */
export interface SelectionTranslating {
  readonly subject: ReadonlySignal<Subject>;
  readonly direction: ReadonlySignal<Direction>;
  readonly translation: ReadonlySignal<SelectionTranslation>;
  /** The whole translation as it would take the text's place; null until one has ended. */
  readonly result: ReadonlySignal<Replaceable | null>;
  readonly replacement: ReadonlySignal<Replacement>;
  /** Reads what is selected in a tab, and translates it where it is clear from what into what. */
  start(tabId: number): Promise<void>;
  /** Translates as the reader says, now and the next time from this language. */
  readonly choose: (direction: { from: string | null; to: string | null }) => Promise<void>;
  readonly tryAgain: () => Promise<void>;
  /** Keeps the sentences that are done. */
  readonly stop: () => void;
  readonly replace: () => Promise<void>;
  readonly keepOld: () => void;
  readonly undo: () => Promise<void>;
  /** Ends whatever runs and shows nothing any more. */
  readonly leave: () => void;
}

export function createSelectionTranslating(
  surroundings: TranslateSurroundings,
): SelectionTranslating {
  return new PanelTranslating(surroundings);
}

const nowhere: Direction = { from: null, to: null, isSure: true };

class PanelTranslating implements SelectionTranslating {
  readonly subject = signal<Subject>({ kind: "none" });
  readonly direction = signal<Direction>(nowhere);
  readonly translation = signal<SelectionTranslation>({ kind: "none" });
  readonly result = computed(() => resultOf(this.translation.value, this.direction.value.to));
  readonly replacement: ReadonlySignal<Replacement>;
  readonly #surroundings: TranslateSurroundings;
  readonly #replacing: Replacing;
  #current = new AbortController();

  constructor(surroundings: TranslateSurroundings) {
    this.#surroundings = surroundings;
    this.#replacing = createReplacing(surroundings);
    this.replacement = this.#replacing.replacement;
  }

  async start(tabId: number): Promise<void> {
    const signal = this.#begin();
    this.direction.value = nowhere;
    this.subject.value = { kind: "reading" };
    const subject = await readSelection(tabId, this.#surroundings);
    const direction =
      subject.kind === "selected" ? await this.#guess(subject.target.text) : nowhere;
    if (signal.aborted) return;
    this.subject.value = subject;
    this.direction.value = direction;
    await this.#translate();
  }

  readonly choose = async ({ from, to }: Pick<Direction, "from" | "to">): Promise<void> => {
    this.direction.value = { from, to, isSure: true };
    if (from !== null && to !== null) await this.#surroundings.keepLastTarget(from, to);
    await this.#translate();
  };

  readonly tryAgain = (): Promise<void> => this.#translate();

  readonly stop = (): void => {
    this.#current.abort();
    if (this.subject.value.kind === "reading") this.subject.value = { kind: "none" };
  };

  readonly replace = async (): Promise<void> => {
    const { value: subject } = this.subject;
    const { value: result } = this.result;
    if (subject.kind === "selected" && result) await this.#replacing.replace(subject, result);
  };

  readonly keepOld = (): void => this.#replacing.keepOld();

  readonly undo = async (): Promise<void> => {
    const { value: subject } = this.subject;
    const { value: result } = this.result;
    if (subject.kind === "selected" && result) await this.#replacing.undo(subject, result);
  };

  readonly leave = (): void => {
    this.#begin();
    this.subject.value = { kind: "none" };
  };

  /** Ends what was before; gives the signal of what takes its place. */
  #begin(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    this.translation.value = { kind: "none" };
    this.#replacing.reset();
    return this.#current.signal;
  }

  /** What the text is in, and what it is to be translated into. */
  async #guess(text: string): Promise<Direction> {
    const found = await detectLanguage(text);
    if (!found) return { ...nowhere, isSure: false };
    const { language: from, isReliable: isSure } = found;
    const reader = await this.#surroundings.readerLanguage();
    const kept = await this.#surroundings.readLastTarget(from);
    // what is in the reader's own language is meant for others, most likely in English
    const other = reader === from ? "en" : reader;
    return { from, to: kept ?? (other === from ? null : other), isSure };
  }

  async #translate(): Promise<void> {
    const signal = this.#begin();
    const { value: subject } = this.subject;
    const { from, to } = this.direction.value;
    if (subject.kind !== "selected" || from === null || to === null || from === to) return;
    const parts = splitSentenceParts(subject.target.text, from);
    const here = await this.#surroundings.listPacks();
    if (signal.aborted) return;
    if (findRoute({ from, to }, here)) await this.#run({ from, to, parts }, signal);
    else this.translation.value = { kind: "no-pack", missing: missingPacks({ from, to }, here) };
  }

  async #run(
    { from, to, parts }: { from: string; to: string; parts: readonly Part[] },
    signal: AbortSignal,
  ): Promise<void> {
    let pairs: readonly SentencePair[] = parts.map((part) => ({ part, translated: null }));
    const show = (translation: SelectionTranslation) => {
      if (signal === this.#current.signal) this.translation.value = translation;
    };
    show({ kind: "running", pairs });
    try {
      await this.#surroundings.translator.translate(
        { texts: parts.map(({ text }) => text), from, to },
        (index, translated) => {
          pairs = pairs.map((pair, at) => (at === index ? { ...pair, translated } : pair));
          show({ kind: "running", pairs });
        },
        signal,
      );
      show({ kind: "ended", pairs, end: { kind: "done" } });
    } catch (thrown) {
      const error = AppError.from(thrown).toWire();
      const end: JobEnd =
        error.code === "cancelled" ? { kind: "stopped" } : { kind: "failed", error };
      show({ kind: "ended", pairs, end });
    }
  }
}

/** The packs of the way that are not here; none where there is no way at all. */
function missingPacks(
  direction: { from: string; to: string },
  here: readonly Pack[],
): readonly Pack[] {
  const isHere = ({ from, to }: Pack) => here.some((pack) => pack.from === from && pack.to === to);
  return (findRoute(direction) ?? []).filter((pack) => !isHere(pack));
}

/** Sentences that were left, or not reached, stand in it as they were. */
function resultOf(translation: SelectionTranslation, to: string | null): Replaceable | null {
  if (translation.kind !== "ended" || to === null) return null;
  const { pairs, end } = translation;
  if (!pairs.some(({ translated }) => translated?.isTranslated)) return null;
  const after = joinTranslated(
    pairs.map(({ part }) => part),
    pairs.map(({ part, translated }) => translated?.text ?? part.text),
    to,
  );
  return { after, losses: [], isOffered: end.kind === "done" };
}
