/** A place on a page where the page cannot read. */
export interface OriginalHost {
  /** Stands in the page, and to it is empty. */
  host: HTMLElement;
  /** Holds the text, in a closed shadow root. */
  text: HTMLElement;
}

/** Makes places on pages for what stood there before. */
export class OriginalHosts {
  readonly #css: string;
  readonly #sheets = new WeakMap<Document, CSSStyleSheet>();

  /** @param css Of `:host` and the `div` in it. A host has none of the page's styles. */
  constructor(css: string) {
    this.#css = `:host { all: initial !important } ${css}`;
  }

  make(page: Document): OriginalHost {
    const [host, text] = [page.createElement("div"), page.createElement("div")];
    const shadow = host.attachShadow({ mode: "closed" });
    shadow.adoptedStyleSheets = [this.#sheetFor(page)];
    shadow.append(text);
    text.dir = "auto";
    return { host, text };
  }

  /** Each document has sheets of its own. They are no inline styles, which a page may forbid. */
  #sheetFor(page: Document): CSSStyleSheet {
    const sheet = this.#sheets.get(page) ?? new (page.defaultView ?? globalThis).CSSStyleSheet();
    if (!this.#sheets.has(page)) sheet.replaceSync(this.#css);
    this.#sheets.set(page, sheet);
    return sheet;
  }
}
