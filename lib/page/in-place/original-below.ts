import type { Line } from "./line.ts";
import { OriginalHosts } from "./original-hosts.ts";

/** What lines said before, below each. */
export class OriginalBelow {
  readonly #hosts = new OriginalHosts(css);
  readonly #shown = new Map<Line, Element>();

  add(line: Line): void {
    if (this.#shown.has(line) || !line.hasRoomBelow) return;
    const { host, text } = this.#hosts.make(line.element.ownerDocument);
    text.lang = line.language ?? "";
    text.textContent = line.original;
    line.parent.insertBefore(host, line.nodes.at(-1)?.nextSibling ?? null);
    this.#shown.set(line, host);
  }

  remove(line: Line): void {
    this.#shown.get(line)?.remove();
    this.#shown.delete(line);
  }
}

const css = `
  :host { display: block !important; color: inherit !important; font: inherit !important; text-align: inherit !important }
  div { font-size: 0.85em; font-weight: normal; line-height: 1.4; opacity: 0.75; margin: 0.2em 0; white-space: pre-line }`;
