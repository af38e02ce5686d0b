import { type OriginalHost, OriginalHosts } from "./original-hosts.ts";

/** What an element said before, over the page and beside the element. */
export class OriginalBubble {
  readonly #hosts = new OriginalHosts(css);
  #shown: (OriginalHost & { by: Element }) | null = null;

  /** The element that it stands by, if it is shown. */
  get by(): Element | null {
    return this.#shown?.by ?? null;
  }

  show(by: Element, original: string): void {
    this.hide();
    const page = by.ownerDocument;
    const { host, text } = this.#hosts.make(page);
    this.#shown = { host, text, by };
    text.textContent = original;
    host.popover = "manual"; // above all that the page has
    page.documentElement.append(host);
    host.showPopover();
    place(text, by.getBoundingClientRect(), page.documentElement);
  }

  hide(): void {
    this.#shown?.host.remove();
    this.#shown = null;
  }
}

/** The host lies over all that is seen of the page, and lets the pointer through. */
const css = `
  :host { display: block !important; position: fixed !important; inset: 0 !important; pointer-events: none !important }
  div {
    position: absolute; box-sizing: border-box; width: max-content; max-width: min(420px, 100%); max-height: 40vh;
    overflow: hidden; padding: 8px 12px; border: 1px solid #777; border-radius: 8px; background: #222; color: #fff;
    font: 14px/1.4 system-ui, sans-serif; white-space: pre-line; overflow-wrap: anywhere
  }`;

/** Below, or above where there is no room below. */
function place(text: HTMLElement, by: DOMRect, { clientWidth, clientHeight }: Element): void {
  const { width, height } = text.getBoundingClientRect();
  const isAbove = by.bottom + height > clientHeight && by.top > height;
  const down = isAbove ? by.top - height : Math.min(by.bottom, clientHeight - height);
  text.style.left = `${Math.max(0, Math.min(by.left, clientWidth - width))}px`;
  text.style.top = `${Math.max(0, down)}px`;
}
