import type { PageUnit } from "./page-unit.ts";

/** How many sentences a page has, and what has become of them. */
export class UnitCounts {
  readonly #finished = new WeakSet<PageUnit>();
  doneSentences = 0;
  totalSentences = 0;
  /** Of those that are done, how many could not be translated and stand as they were. */
  leftSentences = 0;

  add(unit: PageUnit): void {
    this.totalSentences += unit.sentenceCount;
  }

  finish(unit: PageUnit): void {
    this.#finished.add(unit);
    this.doneSentences += unit.sentenceCount;
    this.leftSentences += unit.leftCount;
  }

  /** The page no longer has it. */
  lose(unit: PageUnit): void {
    this.totalSentences -= unit.sentenceCount;
    if (!this.#finished.has(unit)) return;
    this.doneSentences -= unit.sentenceCount;
    this.leftSentences -= unit.leftCount;
  }
}
