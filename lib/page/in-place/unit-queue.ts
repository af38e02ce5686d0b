import type { PageUnit } from "./page-unit.ts";

/** Where a unit stands, in CSS pixels from the document's top; null if it cannot be seen. */
type Top = number | null;

/** What the reader sees of the document, in CSS pixels from its top. */
export interface View {
  top: number;
  height: number;
}

/** A unit in the queue. */
interface Waiting {
  unit: PageUnit;
  top: Top;
  /** Units as far away keep the order in which they came. */
  number: number;
  distance: number;
}

/** Units that wait for their translation, of which what the reader sees goes first. */
export class UnitQueue {
  readonly #waiting: Waiting[] = [];
  #count = 0;
  /** The view for which they are in order, the nearest last; null if they are in none. */
  #orderedFor: number | null = null;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(unit: PageUnit, top: Top): void {
    this.#waiting.push({ unit, top, number: this.#count++, distance: 0 });
    this.#orderedFor = null;
  }

  /** Takes units one by one, the nearest to the view first. */
  *take(view: View): Generator<PageUnit> {
    if (this.#orderedFor !== view.top) this.#order(view);
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) yield next.unit;
  }

  #order(view: View): void {
    for (const each of this.#waiting) each.distance = distanceFrom(view, each.top);
    this.#waiting.sort((one, other) => other.distance - one.distance || other.number - one.number);
    this.#orderedFor = view.top;
  }
}

/** How long a reader would scroll: on through the page rather than back. */
function distanceFrom({ top, height }: View, at: Top): number {
  if (at === null) return Number.MAX_VALUE;
  if (at < top) return (top - at) * 2 + height;
  return Math.max(0, at - top - height);
}
