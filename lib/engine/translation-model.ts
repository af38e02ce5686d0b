/** What a translation model wrote for one text. */
export interface RawTranslation {
  text: string;
  /** By itself, at the most tokens it may have, or because the model began to repeat itself. */
  ending: "complete" | "length" | "loop";
}

/** How texts are to be translated. */
export interface TranslateOptions {
  /** Never write the same three tokens twice: heals loops, at the price of rare wordings. */
  forbidsRepeats: boolean;
  /** Called between tokens, so that the caller can let messages in, or throw. */
  pause(): Promise<void>;
}

/** A translation model in memory, for one direction. */
export interface TranslationModel {
  /** The longest text that it takes, in tokens. */
  readonly mostTokens: number;
  countTokens(text: string): number;
  /** Translates texts in one go, the most likely token each time; best if they are about as long. */
  translate(texts: readonly string[], options: TranslateOptions): Promise<RawTranslation[]>;
}
