import { movesWithPreposition, saysAll, type Anchor, type Pair } from "./anchors.ts";
import { isAlike, isPassive } from "./voice.ts";

/** Joins things whose order says nothing. */
const list = /,|(?<!\p{L})(?:and|or|und|oder|et|ou|y|o|e|en)(?!\p{L})/u;

/** Whether the page says all the words of a sentence in their order, but for two that are swapped. */
export function isTransposed(anchors: readonly Anchor[], pair: Pair): boolean {
  if (anchors.length < 3 || !saysAll(anchors, pair.sentence)) return false;
  if (anchors.some(({ place, last }) => place !== last)) return false;
  const placed = anchors.toSorted((a, b) => a.place.start - b.place.start);
  const moved = anchors.filter((anchor, at) => placed[at] !== anchor);
  const [first, second] = moved;
  if (!first || !second || moved.length !== 2) return false;
  const between = pair.there.text.slice(second.place.start, first.place.end);
  const distance = anchors.indexOf(second) - anchors.indexOf(first);
  return (
    distance > 1 &&
    !list.test(between) &&
    !moved.some((anchor) => movesWithPreposition(anchor, pair)) &&
    anchors.every((anchor) => isAlike(isPassive, anchor, pair))
  );
}
