import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";
import type { Pack } from "../models/catalogue/packs.ts";
import { parseAnswer, plainText } from "../text/answer-tree.ts";
import type { Answer } from "./answer.ts";
import type { Reading } from "./reading.ts";
import { chooseSummaryLanguages, type SummaryLanguages } from "./summary-language.ts";
import { allInLanguage } from "./text-languages.ts";
import { type TranslatedPiece, translatePieces, type Translators } from "./translated-pieces.ts";
import { planTranslation } from "./translation-plan.ts";

/** What translating a summary needs of the browser. */
export interface SummarySurroundings {
  translators: Translators;
  /** The packs on this machine. */
  listPacks(): Promise<readonly Pack[]>;
  /** The language that the reader wants answers in; null for the page's own. */
  answerLanguage(): Promise<string | null>;
}

/** A summary in the reader's language, sentence by sentence. */
export interface SummaryTranslation {
  pieces: readonly TranslatedPiece[];
  /** ISO 639-1 codes. */
  from: string;
  to: string;
  isRunning: boolean;
  error: WireError | null;
}

/** Has packs translate a summary that a model wrote in another language than the reader's. */
export interface SummaryTranslating {
  /** Null where there is nothing to translate, or not yet. */
  readonly translation: ReadonlySignal<SummaryTranslation | null>;
  /** The language to have a summary written in. */
  readonly writtenIn: (page: string | null, modelId: string) => Promise<string | null>;
  /** Translates an answer once it is complete; whatever was translated before ends. */
  readonly follow: (answer: Answer, reading: Reading) => Promise<void>;
}

export function createSummaryTranslating(surroundings: SummarySurroundings): SummaryTranslating {
  return new PackedSummary(surroundings);
}

class PackedSummary implements SummaryTranslating {
  readonly translation = signal<SummaryTranslation | null>(null);
  readonly #surroundings: SummarySurroundings;
  /** As the job was told, so that a choice that changes meanwhile changes nothing. */
  #languages: SummaryLanguages = { writtenIn: null, into: null };
  #current = new AbortController();

  constructor(surroundings: SummarySurroundings) {
    this.#surroundings = surroundings;
  }

  readonly writtenIn = async (page: string | null, modelId: string): Promise<string | null> => {
    const wanted = await this.#surroundings.answerLanguage();
    const packs = await this.#surroundings.listPacks();
    this.#languages = chooseSummaryLanguages({ page, wanted, modelId, packs });
    return this.#languages.writtenIn;
  };

  readonly follow = async (answer: Answer, reading: Reading): Promise<void> => {
    this.#current.abort();
    this.#current = new AbortController();
    this.translation.value = null;
    const { writtenIn: from, into: to } = this.#languages;
    if (answer.kind !== "complete" || reading.kind !== "read" || from === null || to === null)
      return;
    await this.#translate(plainText(parseAnswer(answer.text)), { from, to }, this.#current.signal);
  };

  async #translate(
    text: string,
    { from, to }: { from: string; to: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { translators, listPacks } = this.#surroundings;
    let shown: SummaryTranslation = { pieces: [], from, to, isRunning: true, error: null };
    const show = (change: Partial<SummaryTranslation>) => {
      shown = { ...shown, ...change };
      if (!signal.aborted) this.translation.value = shown;
    };
    try {
      const { lines } = allInLanguage(text, from);
      const means = { packs: await listPacks(), hasModel: false };
      const { pieces } = planTranslation(lines, to, means);
      await translatePieces({ pieces, to, translators }, (now) => show({ pieces: now }), signal);
      show({ isRunning: false });
    } catch (thrown) {
      show({ isRunning: false, error: AppError.from(thrown).toWire() });
    }
  }
}
