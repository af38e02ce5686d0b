import { dropUnseen } from "./clean-text.ts";
import { attributesOf, isContents, isSkipped, nameFor, shadowOf } from "./describe-element.ts";
import { letPageBreathe, sliceMs } from "./let-page-breathe.ts";
import { TextWatcher } from "./look-at-text.ts";
import { readMetadata } from "./page-metadata.ts";
import { type PageSnapshot, snapshotLimits } from "./page-snapshot.ts";
import { whyHidden } from "./visibility.ts";

/** Children still to be read, and where they go. */
interface Frame {
  next: Node | null;
  /** Assigned nodes of a slot instead of siblings. */
  queue: Iterator<Node> | null;
  parent: number;
  step: number;
  watcher: TextWatcher;
}

/** Reads what can be seen of the document, in slices that leave the page responsive. */
export async function takeSnapshot(document: Document): Promise<PageSnapshot> {
  const walk = new SnapshotWalk(document);
  const endAt = performance.now() + snapshotLimits.totalMs;
  let hasMore = walk.readUntil(Math.min(performance.now() + sliceMs, endAt));
  while (hasMore && performance.now() < endAt) {
    await letPageBreathe();
    hasMore = walk.readUntil(Math.min(performance.now() + sliceMs, endAt));
  }
  return walk.finish(hasMore);
}

/** One walk over what is shown, with its own stack, since pages can be deeper than ours. */
class SnapshotWalk {
  readonly #document: Document;
  readonly #parents: number[] = [];
  readonly #tags: string[] = [];
  readonly #values: string[] = [];
  readonly #steps: number[] = [];
  readonly #slotted: [number, number][] = [];
  /** Hosts of shadow roots, whose slotted children are met elsewhere. */
  readonly #indexes = new Map<Node, number>();
  /** Whether the text directly in an element can be seen. */
  readonly #holders = new Map<Element, boolean>();
  readonly #stack: Frame[] = [];
  #characters = 0;
  #selection: { text: string; range: Range } | null = null;
  #selected: number[] = [];

  constructor(document: Document) {
    this.#document = document;
    this.#openDocument(document, -1);
  }

  /** Reads until a time of `performance.now()`; false when all is read. */
  readUntil(endAt: number): boolean {
    for (let count = 0; this.#stack.length > 0; count++) {
      if (count % 32 === 31 && performance.now() >= endAt) return true;
      if (this.#isFull()) return true;
      this.#readNext();
    }
    return false;
  }

  finish(isCut: boolean): PageSnapshot {
    const { title, documentElement, contentType, location } = this.#document;
    const [first, last] = [this.#selected[0], this.#selected.at(-1)];
    const selection = this.#selection;
    return {
      title: dropUnseen(title).slice(0, 2_000),
      url: location.href.slice(0, 100_000),
      contentType,
      language: documentElement.lang.slice(0, 100) || null,
      metas: readMetadata(this.#document),
      parents: this.#parents,
      tags: this.#tags,
      values: this.#values,
      steps: this.#steps,
      slotted: this.#slotted,
      selection:
        selection && first !== undefined && last !== undefined
          ? { text: dropUnseen(selection.text), first, last }
          : null,
      leftOut: isCut ? "page-too-large" : null,
    };
  }

  #isFull(): boolean {
    return (
      this.#tags.length >= snapshotLimits.nodes || this.#characters >= snapshotLimits.characters
    );
  }

  #openDocument(document: Document, parent: number): void {
    const { body, defaultView } = document;
    if (!body || !defaultView) return;
    const watcher = new TextWatcher(document, defaultView as Window & typeof globalThis);
    const index = this.#add(parent, parent < 0 ? "body" : "#frame", attributesOf(body));
    this.#noteSelection(defaultView);
    this.#descend(body, index, watcher);
  }

  #noteSelection(view: Window): void {
    const selection = view.getSelection();
    if (this.#selection || !selection || selection.rangeCount === 0) return;
    const text = selection.toString();
    if (text.trim()) this.#selection = { text, range: selection.getRangeAt(0) };
  }

  #readNext(): void {
    const frame = this.#stack.at(-1);
    if (!frame) return;
    const node = frame.queue ? frame.queue.next().value : frame.next;
    if (!node) {
      this.#stack.pop();
      return;
    }
    if (!frame.queue) frame.next = node.nextSibling;
    const step = node.nodeType === Node.ELEMENT_NODE ? this.#stepOf(node, frame) : -1;
    if (node.nodeType === Node.TEXT_NODE) this.#readText(node, frame);
    else if (step >= 0) this.#readElement(node as Element, step, frame);
  }

  #stepOf(node: Node, frame: Frame): number {
    if (!frame.queue) return frame.step++;
    return node.parentElement ? Array.prototype.indexOf.call(node.parentElement.children, node) : 0;
  }

  #readText(node: Node, frame: Frame): void {
    const text = dropUnseen(node.nodeValue ?? "");
    if (!text) return;
    const isBlank = !text.trim();
    const holder = node.parentElement;
    if (!isBlank && holder && !this.#canBeSeen(holder, frame)) return;
    this.#characters += isBlank ? 1 : text.length;
    const index = this.#add(frame.parent, "#text", isBlank ? " " : text);
    if (frame.queue) this.#noteSlotted(node, index);
    if (!isBlank && this.#selection?.range.intersectsNode(node)) this.#selected.push(index);
  }

  #canBeSeen(holder: Element, frame: Frame): boolean {
    const seen = this.#holders.get(holder);
    if (seen !== undefined) return seen;
    const shown =
      (isContents(holder) || holder.checkVisibility({ visibilityProperty: true })) &&
      !whyHidden(frame.watcher.lookAt(holder));
    this.#holders.set(holder, shown);
    return shown;
  }

  #readElement(element: Element, step: number, frame: Frame): void {
    const tag = element.localName;
    if (isSkipped(element)) return;
    if (tag !== "br" && !element.checkVisibility() && !isContents(element)) return;
    const index = this.#add(frame.parent, nameFor(element), attributesOf(element));
    this.#steps[index] = step;
    if (frame.queue) this.#noteSlotted(element, index);
    if (tag === "iframe" || tag === "frame") return this.#openFrame(element, index);
    const shadow = shadowOf(element);
    if (shadow) {
      this.#indexes.set(element, index);
      return this.#descend(shadow, this.#add(index, "#shadow", ""), frame.watcher);
    }
    const assigned = tag === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
    if (assigned.length > 0) this.#push(frame, index, assigned);
    else this.#descend(element, index, frame.watcher);
  }

  #openFrame(element: Element, index: number): void {
    const inner = (element as HTMLIFrameElement).contentDocument; // null for another origin
    if (inner) this.#openDocument(inner, index);
  }

  #noteSlotted(node: Node, index: number): void {
    const host = node.parentElement && this.#indexes.get(node.parentElement);
    if (host !== undefined && host !== null) this.#slotted.push([index, host]);
  }

  #push(frame: Frame, parent: number, nodes: Node[]): void {
    const queue = nodes[Symbol.iterator]();
    this.#stack.push({ next: null, queue, parent, step: 0, watcher: frame.watcher });
  }

  #descend(holder: Node, parent: number, watcher: TextWatcher): void {
    if (holder.firstChild)
      this.#stack.push({ next: holder.firstChild, queue: null, parent, step: 0, watcher });
  }

  #add(parent: number, tag: string, value: string): number {
    this.#parents.push(parent);
    this.#tags.push(tag);
    this.#values.push(value);
    this.#steps.push(-1);
    return this.#tags.length - 1;
  }
}
