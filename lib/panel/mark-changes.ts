import type { Change } from "../text/difference.ts";

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A change, or a piece of one, that is or is not something that should have stayed as it was. */
export interface MarkedChange extends Change {
  isMarked: boolean;
}

/**
 * The changes with marks where stretches of the text before were removed, and where stretches of
 * the text after were added. Joined, they are the changes.
 */
export function markChanges(
  changes: readonly Change[],
  marks: { before: readonly Stretch[]; after: readonly Stretch[] },
): MarkedChange[] {
  const at = { before: 0, after: 0 };
  return changes.flatMap((change): MarkedChange[] => {
    const { kind, text } = change;
    const { before, after } = at;
    if (kind !== "added") at.before += text.length;
    if (kind !== "removed") at.after += text.length;
    switch (kind) {
      case "same":
        return [{ ...change, isMarked: false }];
      case "removed":
        return markWithin(change, before, marks.before);
      case "added":
        return markWithin(change, after, marks.after);
    }
  });
}

/** Cuts a change that begins at `from` where stretches begin and end. */
function markWithin(
  { kind, text }: Change,
  from: number,
  stretches: readonly Stretch[],
): MarkedChange[] {
  const inside = ({ start, end }: Stretch) => start < from + text.length && end > from;
  const within = stretches.filter(inside);
  const edges = within.flatMap(({ start, end }) => [start - from, end - from]);
  const cuts = [...new Set([0, ...edges, text.length])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const isMarked = within.some(
      (stretch) => stretch.start < from + end && stretch.end > from + start,
    );
    return { kind, text: text.slice(start, end), isMarked };
  });
}
