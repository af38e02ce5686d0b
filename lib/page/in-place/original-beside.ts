import type { Line } from "./line.ts";
import type { OriginalView } from "./page-messages.ts";
import { roleOf } from "./reading-rules.ts";

/**
 * Shows what lines said before: below each, or where the reader points. It is drawn in closed shadow
 * roots, into which the page cannot reach, and taken away with its hosts.
 */
export class OriginalBeside {
  readonly #lines = new Map<Element, Set<Line>>();
  readonly #below = new Map<Line, Element>();
  #view: OriginalView = "hidden";
  #bubble: { host: HTMLElement; text: HTMLElement } | null = null;

  get view(): OriginalView {
    return this.#view;
  }

  /** Changes the view; lines that are to be shown below are put there by `add`. */
  set view(view: OriginalView) {
    this.#view = view;
    for (const host of this.#below.values()) host.remove();
    this.#below.clear();
    this.#hideBubble();
    const change = view === "on-hover" ? "addEventListener" : "removeEventListener";
    for (const event of ["pointerover", "focusin"])
      document[change](event, this.#onPoint, { capture: true });
  }

  /** A line that was translated. */
  add(line: Line): void {
    const lines = this.#lines.get(line.element) ?? new Set();
    this.#lines.set(line.element, lines.add(line));
    if (this.#view === "below" && !this.#below.has(line) && hasRoomBelow(line)) {
      const host = makeHost();
      host.style.setProperty("display", "block", "important");
      write(host, belowStyle).textContent = line.original;
      line.parent.insertBefore(host, line.nodes.at(-1)?.nextSibling ?? null);
      this.#below.set(line, host);
    }
  }

  remove(line: Line): void {
    this.#lines.get(line.element)?.delete(line);
    this.#below.get(line)?.remove();
    this.#below.delete(line);
  }

  readonly #onPoint = (event: Event): void => {
    const [target] = event.composedPath();
    let element = target instanceof Element ? target : null;
    while (element && !this.#lines.get(element)?.size) element = element.parentElement;
    const lines = element && this.#lines.get(element);
    if (!element || !lines) return this.#hideBubble();
    this.#showBubble(element, [...lines].map(({ original }) => original).join("\n"));
  };

  #showBubble(element: Element, original: string): void {
    if (!this.#bubble) {
      const host = makeHost();
      host.popover = "manual";
      this.#bubble = { host, text: write(host, bubbleStyle) };
      document.documentElement.append(host);
    }
    const { host, text } = this.#bubble;
    text.textContent = original;
    const { left, top, bottom } = element.getBoundingClientRect();
    host.style.setProperty("position", "fixed", "important");
    host.style.setProperty("left", `${Math.max(0, Math.min(left, innerWidth - 320))}px`);
    host.style.setProperty("pointer-events", "none", "important");
    host.hidePopover();
    host.showPopover();
    const height = host.getBoundingClientRect().height;
    const isAbove = bottom + height > innerHeight && top > height;
    host.style.setProperty("top", `${isAbove ? top - height : bottom}px`);
  }

  #hideBubble(): void {
    this.#bubble?.host.remove();
    this.#bubble = null;
  }
}

/** A row of links or a button has no room for a second text below it. */
function hasRoomBelow(line: Line): boolean {
  if (
    !(line.parent instanceof Element) ||
    line.parent.closest("button, label, summary, nav, option")
  )
    return false;
  return roleOf(line.parent) === "block" && /\s/.test(line.original);
}

/** An element that shows nothing of the page's styles, and to the page is empty. */
function makeHost(): HTMLElement {
  const host = document.createElement("div");
  host.style.setProperty("all", "initial", "important");
  return host;
}

function write(host: HTMLElement, style: string): HTMLElement {
  const text = document.createElement("div");
  text.dir = "auto";
  text.style.cssText = style;
  host.attachShadow({ mode: "closed" }).append(text);
  return text;
}

const belowStyle =
  "font: 0.85em/1.4 system-ui, sans-serif; opacity: 0.75; margin: 0.2em 0; white-space: pre-line";
const bubbleStyle =
  "box-sizing: border-box; max-width: 320px; max-height: 40vh; overflow: hidden; padding: 8px 12px; border-radius: 8px; background: #222; color: #fff; font: 14px/1.4 system-ui, sans-serif; white-space: pre-line";
