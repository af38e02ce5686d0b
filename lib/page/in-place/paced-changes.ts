import { sliceMs } from "../let-page-breathe.ts";

/** The most changes at once, which are laid out in about the time that it took to make them. */
const mostAtOnce = 250;

/** After this, the frame that shows a change has begun, at 60 frames a second. */
const frameMs = 17;

/**
 * Changes to a page, made some at a time. However few they are, a long page is laid out and drawn
 * anew for each time, which takes longer than the changes themselves. The browser does that in its
 * own time; the page is never asked for a layout, which would have to be made at once. Then the page
 * has as long to itself.
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
      await pause(frameMs); // longer, where the page takes longer to be drawn
      await pause(performance.now() - startAt);
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

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}
