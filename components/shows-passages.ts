import type { Place, ShownPassage } from "../lib/panel/showing-passage.ts";

/** What a view that shows passages of a page is given. */
export interface ShowsPassages {
  /** The passage that is shown now. */
  shown: ShownPassage | null;
  onShow: (place: Place) => void;
  onPutAway: () => void;
}
