import type { View } from "./unit-queue.ts";

/**
 * What the reader sees of the tab's page. It is noted when the reader scrolls: a page that is asked
 * after something was written in it is laid out anew before it answers.
 */
export class PageView implements View {
  top = scrollY;
  height = innerHeight;
  readonly #stopping = new AbortController();

  constructor() {
    const note = () => {
      this.top = scrollY;
      this.height = innerHeight;
    };
    const options = { passive: true, signal: this.#stopping.signal };
    for (const name of ["scroll", "resize"]) addEventListener(name, note, options);
  }

  stop(): void {
    this.#stopping.abort();
  }
}
