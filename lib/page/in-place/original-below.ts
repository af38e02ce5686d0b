import type { Line } from "./line.ts";
import { isElement } from "./node-kinds.ts";
import { OriginalHosts } from "./original-hosts.ts";
import { roleOf } from "./reading-rules.ts";

/** What lines said before, below each. */
export class OriginalBelow {
  readonly #hosts = new OriginalHosts(css);
  readonly #shown = new Map<Line, Element>();

  add(line: Line): void {
    if (this.#shown.has(line) || !hasRoomBelow(line)) return;
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

  clear(): void {
    for (const host of this.#shown.values()) host.remove();
    this.#shown.clear();
  }
}

const css = `
  :host { display: block !important; color: inherit !important; font: inherit !important; text-align: inherit !important }
  div { font-size: 0.85em; font-weight: normal; line-height: 1.4; opacity: 0.75; margin: 0.2em 0; white-space: pre-line }`;

/** A row of links or a button has no room for a second text; in a flexible box it would be beside. */
function hasRoomBelow({ parent, original }: Line): boolean {
  if (!isElement(parent) || parent.closest("button, label, summary, nav, title")) return false;
  const display = parent.ownerDocument.defaultView?.getComputedStyle(parent).display ?? "";
  return roleOf(parent) === "block" && !/flex|grid/.test(display) && /\s/.test(original);
}
