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
}

/** The height of a stretch of the page, in CSS pixels: to order all of a long page takes too long. */
const bandPx = 1_000;

/** The band of what cannot be seen, behind all others. */
const unseen = Infinity;

/** Units that wait for their translation, of which what the reader sees goes first. */
export class UnitQueue {
  /** By the stretch of the page that they stand in, from its top. */
  readonly #bands = new Map<number, Waiting[]>();
  #count = 0;

  add(unit: PageUnit, top: Top): void {
    const band = top === null ? unseen : Math.floor(top / bandPx);
    const waiting = this.#bands.get(band) ?? [];
    this.#bands.set(band, waiting);
    waiting.push({ unit, top, number: this.#count++ });
  }

  /** Takes units one by one, the nearest to the view first. */
  *take(view: View): Generator<PageUnit> {
    const far = (band: number) => distanceFrom(view, band * bandPx, (band + 1) * bandPx - 1);
    for (const band of [...this.#bands.keys()].toSorted((a, b) => far(a) - far(b) || a - b)) {
      const waiting = this.#bands.get(band) ?? [];
      order(waiting, view);
      for (let next = waiting.pop(); next; next = waiting.pop()) yield next.unit;
      this.#bands.delete(band);
    }
  }
}

/** The nearest last. */
function order(waiting: Waiting[], view: View): void {
  const far = ({ top }: Waiting) => (top === null ? 0 : distanceFrom(view, top, top));
  waiting.sort((one, other) => far(other) - far(one) || other.number - one.number);
}

/** How long a reader would scroll to a stretch of the page: on through it rather than back. */
function distanceFrom({ top, height }: View, from: number, to: number): number {
  if (to < top) return (top - to) * 2 + height;
  return Math.max(0, from - top - height);
}
