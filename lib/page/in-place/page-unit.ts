/** The language that a page is translated into. */
export interface TargetLanguage {
  /** BCP 47 tag. */
  tag: string;
  direction: "ltr" | "rtl";
}

/** Text of a page that is translated as one: a line of sentences, or an attribute. */
export interface PageUnit {
  /** The element that it stands in. */
  readonly element: Element;
  /** How many sentences it is. */
  readonly sentenceCount: number;
  /** What is to be translated now; empty once nothing more is wanted. */
  readonly texts: readonly string[];
  /** Its own words, as the page has them. */
  readonly original: string;
  /** Takes the translations of its texts. True where it is to be put once more, in other texts. */
  take(translations: readonly (string | null)[]): boolean;
  /** How many of its sentences have a translation. */
  readonly translatedCount: number;
  /** How many of its sentences could not be translated, or not all of their words. */
  readonly leftCount: number;
  /** Puts what was taken on the page, unless the page has changed meanwhile. */
  write(target: TargetLanguage): void;
  /** Whether the page still shows what was written. */
  readonly isIntact: boolean;
  /** Takes back what was written. */
  undo(): void;
}
