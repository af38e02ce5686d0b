import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { AppError } from "../errors.ts";
import type { Pack } from "../models/catalogue/packs.ts";
import {
  createReplacing,
  type Replaceable,
  type Replacement,
  type ReplaceSurroundings,
  type Replacing,
  type ToReplace,
} from "./replacing.ts";
import type { JobEnd } from "./rewrite-result.ts";
import { readSelection, type SelectionSurroundings, type Subject } from "./selection.ts";
import {
  allInLanguage,
  type Certainty,
  findLanguages,
  type TextLanguages,
} from "./text-languages.ts";
import {
  joinPieces,
  type TranslatedPiece,
  translatePieces,
  type Translators,
} from "./translated-pieces.ts";
import { type Piece, planTranslation } from "./translation-plan.ts";

/** What translating a selection needs of the browser, so that it can be tested without one. */
export interface TranslateSurroundings extends SelectionSurroundings, ReplaceSurroundings {
  translators: Translators;
  /** The packs on this machine. */
  listPacks(): Promise<readonly Pack[]>;
  /** Whether the reader has a language model. */
  hasModel(): Promise<boolean>;
  /** The language that the reader reads, an ISO 639-1 code. */
  readerLanguage(): Promise<string>;
  /** Into what the reader had a language translated last; null if never. */
  readLastTarget(from: string): Promise<string | null>;
  keepLastTarget(from: string, to: string): Promise<void>;
}

/** From what into what; ISO 639-1 codes, null where nobody has said and nothing is sure enough. */
export interface Direction {
  /** The language of most of the text. */
  from: string | null;
  to: string | null;
  certainty: Certainty;
}

/** What becomes of a selection. */
export type SelectionTranslation =
  /** Waits for a direction. */
  | { kind: "none" }
  /**
   * `missing` are packs to fetch, empty where there are none for this direction; with `hasModel` the
   * language model would do it.
   */
  | { kind: "no-pack"; missing: readonly Pack[]; hasModel: boolean }
  | { kind: "running"; pieces: readonly TranslatedPiece[] }
  | { kind: "ended"; pieces: readonly TranslatedPiece[]; end: JobEnd };

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
  /** Has the language model do what no pack on this machine does. */
  readonly useModel: () => Promise<void>;
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

const nowhere: Direction = { from: null, to: null, certainty: "sure" };
const noLanguages: TextLanguages = { main: null, certainty: "sure", lines: [] };

class PanelTranslating implements SelectionTranslating {
  readonly subject = signal<Subject>({ kind: "none" });
  readonly direction = signal<Direction>(nowhere);
  readonly translation = signal<SelectionTranslation>({ kind: "none" });
  readonly result = computed(() => resultOf(this.translation.value, this.direction.value.to));
  readonly replacement: Replacing["replacement"];
  readonly replace: Replacing["replace"];
  readonly keepOld: Replacing["keepOld"];
  readonly undo: Replacing["undo"];
  readonly #surroundings: TranslateSurroundings;
  readonly #replacing: Replacing;
  #current = new AbortController();
  #languages = noLanguages;

  constructor(surroundings: TranslateSurroundings) {
    this.#surroundings = surroundings;
    this.#replacing = createReplacing(surroundings, () => this.#findShown());
    this.replacement = this.#replacing.replacement;
    this.replace = this.#replacing.replace;
    this.keepOld = this.#replacing.keepOld;
    this.undo = this.#replacing.undo;
  }

  async start(tabId: number): Promise<void> {
    const signal = this.#begin();
    this.direction.value = nowhere;
    this.subject.value = { kind: "reading" };
    const subject = await readSelection(tabId, this.#surroundings);
    const languages =
      subject.kind === "selected"
        ? await findLanguages(subject.target.text, subject.target.pageLanguage)
        : noLanguages;
    const direction = await this.#guess(languages);
    if (signal.aborted) return;
    this.#languages = languages;
    this.subject.value = subject;
    this.direction.value = direction;
    await this.#translate();
  }

  readonly choose = async ({ from, to }: Pick<Direction, "from" | "to">): Promise<void> => {
    if (from !== this.direction.value.from) this.#believe(from);
    this.direction.value = { from, to, certainty: this.#languages.certainty };
    if (from !== null && to !== null) await this.#surroundings.keepLastTarget(from, to);
    await this.#translate();
  };

  readonly tryAgain = (): Promise<void> => this.#translate();

  readonly useModel = (): Promise<void> => this.#translate({ withoutPacks: true });

  readonly stop = (): void => {
    this.#current.abort();
    if (this.subject.value.kind === "reading") this.subject.value = { kind: "none" };
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

  #findShown(): ToReplace | null {
    const { value: subject } = this.subject;
    const { value: result } = this.result;
    return subject.kind === "selected" && result ? { place: subject, result } : null;
  }

  /** What the text is to be translated into, where nobody has said. */
  async #guess({ main: from, certainty }: TextLanguages): Promise<Direction> {
    if (from === null) return { ...nowhere, certainty };
    const reader = await this.#surroundings.readerLanguage();
    const kept = await this.#surroundings.readLastTarget(from);
    // what is in the reader's own language is meant for others, most likely in English
    const other = reader === from ? "en" : reader;
    return { from, to: kept ?? (other === from ? null : other), certainty };
  }

  /** The reader knows better what the text is in. */
  #believe(from: string | null): void {
    const { value: subject } = this.subject;
    if (subject.kind !== "selected" || from === null) this.#languages = noLanguages;
    else this.#languages = allInLanguage(subject.target.text, from);
  }

  async #translate({ withoutPacks = false } = {}): Promise<void> {
    const signal = this.#begin();
    const { from, to } = this.direction.value;
    if (from === null || to === null || from === to) return;
    const packs = await this.#surroundings.listPacks();
    const hasModel = await this.#surroundings.hasModel();
    if (signal.aborted) return;
    const { pieces, missing } = planTranslation(this.#languages.lines, to, { packs, hasModel });
    const isPossible = pieces.some(({ by }) => by !== "nobody");
    if (isPossible && (missing.length === 0 || withoutPacks)) await this.#run(pieces, to, signal);
    else this.translation.value = { kind: "no-pack", missing, hasModel };
  }

  async #run(all: readonly Piece[], to: string, signal: AbortSignal): Promise<void> {
    let pieces: readonly TranslatedPiece[] = [];
    const show = (translation: SelectionTranslation) => {
      if (signal === this.#current.signal) this.translation.value = translation;
    };
    const { translators } = this.#surroundings;
    try {
      await translatePieces(
        { pieces: all, to, translators },
        (now) => {
          pieces = now;
          show({ kind: "running", pieces });
        },
        signal,
      );
      show({ kind: "ended", pieces, end: { kind: "done" } });
    } catch (thrown) {
      const error = AppError.from(thrown).toWire();
      const end: JobEnd =
        error.code === "cancelled" ? { kind: "stopped" } : { kind: "failed", error };
      show({ kind: "ended", pieces, end });
    }
  }
}

/** The translation as it would take the text's place, once some of it is translated. */
function resultOf(translation: SelectionTranslation, to: string | null): Replaceable | null {
  if (translation.kind !== "ended" || to === null) return null;
  const { pieces, end } = translation;
  if (!pieces.some(({ translated }) => translated?.isTranslated)) return null;
  return { after: joinPieces(pieces, to), losses: [], isOffered: end.kind === "done" };
}
