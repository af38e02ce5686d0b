import { sliceMs } from "../let-page-breathe.ts";

/** The most changes at once, which are laid out in about the time that it took to make them. */
const mostAtOnce = 250;

/** How many times as long as changes and their layout took the page has to itself before the next. */
const pauseRatio = 2;

/**
 * Changes to a page, made some at a time. However few they are, a long page is laid out and drawn
 * anew for each time, which takes longer than the changes themselves.
 */
export class PacedChanges {
  readonly #waiting: (() => void)[] = [];
  readonly #make: (changes: () => void) => void;
  #isMaking = false;

  /** @param make Makes the changes of one time, all of which a given function does. */
  constructor(make: (changes: () => void) => void) {
    this.#make = make;
  }

  add(change: () => void): void {
    this.#waiting.push(change);
  }

  /** Forgets what has not been made. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /** Makes all that wait, the first ones at once, unless that is being done already. */
  async makeAll(): Promise<void> {
    if (this.#isMaking) return;
    this.#isMaking = true;
    while (this.#waiting.length > 0) {
      const startAt = performance.now();
      this.#make(() => this.#makeSome(startAt + sliceMs));
      layOut();
      const pauseMs = (performance.now() - startAt) * pauseRatio;
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
    this.#isMaking = false;
  }

  #makeSome(endAt: number): void {
    for (let left = mostAtOnce; left > 0 && performance.now() < endAt; left--) {
      const change = this.#waiting.shift();
      if (!change) return;
      change();
    }
  }
}

/** Does now what would be done before the page is drawn, so that it counts as time of ours. */
function layOut(): void {
  document.documentElement.getBoundingClientRect();
}
