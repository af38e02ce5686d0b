/** The frames of a page, and theirs: of each one's page is told, and of the next that it goes to. */
export class PageFrames {
  readonly #takePage: (page: Document) => void;
  readonly #known = new WeakSet<Element>();
  readonly #read = new WeakSet<Document>();
  readonly #stopping = new AbortController();

  constructor(takePage: (page: Document) => void) {
    this.#takePage = takePage;
  }

  add(frame: HTMLIFrameElement): void {
    if (this.#known.has(frame)) return;
    this.#known.add(frame);
    frame.addEventListener("load", () => this.#look(frame), { signal: this.#stopping.signal });
    this.#look(frame);
  }

  stop(): void {
    this.#stopping.abort();
  }

  #look({ contentDocument: page }: HTMLIFrameElement): void {
    if (!page?.body || this.#read.has(page)) return; // null for a page of another site
    this.#read.add(page);
    this.#takePage(page);
  }
}
