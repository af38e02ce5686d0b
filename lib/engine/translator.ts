/** Sentences or short blocks of plain text, all of them in one language. */
export interface Translation {
  texts: readonly string[];
  /** Both are ISO 639-1 codes, such as `de`. */
  from: string;
  to: string;
}

/** What became of one text. What could not be translated well is the text as it was, and marked. */
export interface TranslatedText {
  text: string;
  isTranslated: boolean;
}

/** Told of each text once, as soon as it is there; not in the texts' order. */
export type OnTranslated = (index: number, translated: TranslatedText) => void;

/** Translates; whatever does it, packs through one engine or another. */
export interface Translator {
  /**
   * Gives as many results as there are texts, in their order. A text that was given twice is
   * translated once.
   * @throws AppError `pack-missing` if nothing here translates in this direction; `cancelled` soon
   *   after `signal` aborts, when what was told before stands.
   */
  translate(
    translation: Translation,
    onTranslated: OnTranslated,
    signal: AbortSignal,
  ): Promise<readonly TranslatedText[]>;
}
