import type { Line } from "./line.ts";
import { OriginalBelow } from "./original-below.ts";
import { OriginalBubble } from "./original-bubble.ts";
import type { OriginalView } from "./page-messages.ts";

/** Shows what lines said before, as the reader chooses: below each, or where the reader points. */
export class OriginalBeside {
  readonly #pages: Document[] = [];
  readonly #lines = new Map<EventTarget, Set<Line>>();
  readonly #below = new OriginalBelow();
  readonly #bubble = new OriginalBubble();
  readonly #unseen: (change: () => void) => void;
  #view: OriginalView = "hidden";
  #pointing = new AbortController();

  /** @param unseen Does a change as none of the page's own. */
  constructor(unseen: (change: () => void) => void) {
    this.#unseen = unseen;
  }

  /** Changes the view; what it is to each line that was translated is then done by `place`. */
  set view(view: OriginalView) {
    this.#view = view;
    this.#pointing.abort();
    this.#pointing = new AbortController();
    this.#unseen(() => this.#bubble.hide());
    if (view === "on-hover") for (const page of this.#pages) this.#listen(page);
  }

  /** A page in which lines may be pointed at. */
  watch(page: Document): void {
    this.#pages.push(page);
    if (this.#view === "on-hover") this.#listen(page);
  }

  /** A line that was translated. */
  add(line: Line): void {
    const lines = this.#lines.get(line.element) ?? new Set();
    this.#lines.set(line.element, lines.add(line));
    this.place(line);
  }

  /** Puts what a line said below it or takes it away, as the view is now. */
  place(line: Line): void {
    const isTranslated = this.#lines.get(line.element)?.has(line);
    if (this.#view === "below" && isTranslated) this.#below.add(line);
    else this.#below.remove(line);
  }

  remove(line: Line): void {
    this.#lines.get(line.element)?.delete(line);
    this.#below.remove(line);
    if (this.#bubble.by === line.element) this.#bubble.hide();
  }

  #listen(page: Document): void {
    const options = { capture: true, passive: true, signal: this.#pointing.signal };
    for (const name of ["pointerover", "focusin"])
      page.addEventListener(name, (event) => this.#point(event), options);
    const hide = () => this.#unseen(() => this.#bubble.hide());
    page.addEventListener("scroll", hide, options);
    page.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), options);
    // to nothing: out of the window
    page.addEventListener("pointerout", (event) => event.relatedTarget ?? hide(), options);
  }

  #point(event: Event): void {
    const element = event.composedPath().find((target) => this.#lines.get(target)?.size);
    if (element && element === this.#bubble.by) return;
    const lines = element && this.#lines.get(element);
    this.#unseen(() => {
      const [first] = lines ?? [];
      if (!first || !lines) return this.#bubble.hide();
      this.#bubble.show(first.element, [...lines].map(({ original }) => original).join("\n"));
    });
  }
}
