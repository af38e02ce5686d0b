/** What of a sentence may be other than the page says. */
export type DoubtedThing =
  | "number"
  | "date"
  | "amount"
  | "name"
  | "quotation"
  | "address"
  | "negation"
  | "opposite"
  | "order"
  | "certainty"
  | "pronoun";

/**
 * Why a sentence is marked. `start` and `end` stand in the sentence, in UTF-16 units; `passage` is
 * the number of the nearest passage.
 */
export type Doubt =
  /** Nothing on the page says such a thing. */
  | { kind: "no-evidence" }
  /** This is nowhere on the page. */
  | { kind: "not-on-page"; what: DoubtedThing; start: number; end: number; passage: number | null }
  /** The page says `pageText` in its place, or says the same with another sense. */
  | {
      kind: "differs";
      what: DoubtedThing;
      start: number;
      end: number;
      pageText: string;
      passage: number;
    };
