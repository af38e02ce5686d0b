import type { Place } from "../lib/panel/showing-passage.ts";
import type { ShowsPassages } from "./shows-passages.ts";

interface Props {
  place: Place;
  places: ShowsPassages;
}

/**
 * A small number after a sentence that shows where on the page it comes from. The number is drawn by
 * the style sheet, so that it is copied with no sentence.
 */
export function PassageMark({ place, places: { shown, onShow, onPutAway } }: Props) {
  const isShown = shown?.words === place.words && shown.passage.number === place.passageNumber;
  return (
    <button
      type="button"
      class="passage-mark"
      data-passage={place.passageNumber}
      aria-label={`Show in page: passage ${place.passageNumber}`}
      aria-pressed={isShown}
      onClick={() => (isShown ? onPutAway() : onShow(place))}
    />
  );
}
