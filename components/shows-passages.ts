import type { ShownPassage } from "../lib/panel/showing-passage.ts";

/** Words of a passage that a sentence rests on. */
export interface Place {
  passageNumber: number;
  /** Stretches of the passage's text; the same array stands for the same place. */
  words: ShownPassage["words"];
}

/** What a view that shows passages of a page is given. */
export interface ShowsPassages {
  /** The passage that is shown now. */
  shown: ShownPassage | null;
  onShow: (place: Place) => void;
  onPutAway: () => void;
}
