import { hasLetters } from "../../text/inline-piece.ts";
import { type Label, labelled, labelsOf } from "./label.ts";
import { isSeen, Line } from "./line.ts";
import { LineWalk } from "./line-walk.ts";
import type { PageUnit } from "./page-unit.ts";
import { roleOf, unread } from "./reading-rules.ts";

/** The most that is translated of one page. */
export const pageLimits = { units: 150_000, characters: 4_000_000 };

/** How often a page may put its own words back before they are left to it. */
const mostReturns = 5;

/** What the finder tells while it reads. */
export interface Found {
  unit: (unit: PageUnit, top: number | null) => void;
  /** A unit that the page has changed or taken away; what was written of it is undone. */
  lost: (unit: PageUnit) => void;
  shadow: (root: ShadowRoot) => void;
}

/** Finds what is to be translated on a page, all of it at first and then what the page changes. */
export class UnitFinder {
  readonly #found: Found;
  readonly #walks: LineWalk[] = [];
  #labelled: Element[] = [];
  /** The line that each node was read in. */
  readonly #lines = new WeakMap<Node, Line>();
  readonly #labels = new WeakMap<Element, Label[]>();
  readonly #returns = new WeakMap<Element, number>();
  #unitCount = 0;
  #characters = 0;

  constructor(found: Found) {
    this.#found = found;
  }

  get isDone(): boolean {
    return this.#walks.length === 0 && this.#labelled.length === 0;
  }

  /** Whether the page has more than is translated. */
  get isFull(): boolean {
    return this.#unitCount >= pageLimits.units || this.#characters >= pageLimits.characters;
  }

  /** Reads all that is in an element, once there is time. */
  read(element: Element): void {
    this.#walk(element, false);
    this.readLabels(element);
    this.#readLabelsIn(element);
  }

  /** Reads the lines again that a node stands among, once there is time. */
  readAround(node: Node): void {
    let around = node instanceof Element ? node : node.parentNode;
    while (around instanceof Element && isInLine(around) && around.parentNode)
      around = around.parentNode;
    if (around instanceof Element || around instanceof ShadowRoot) this.#walk(around, true);
  }

  /** Gives up the line that a node is in, once the page has made something else of it. */
  lookAt(node: Node): void {
    let at: Node | null = node;
    while (at && !this.#lines.has(at)) at = at.parentNode;
    const line = at && this.#lines.get(at);
    if (line && !line.holds(line.nodes)) this.#found.lost(line);
  }

  /** Reads what an element itself says by its attributes, once there is time. */
  readLabels(element: Element): void {
    this.#labelled.push(element);
  }

  /** Goes on until a time of `performance.now()`. */
  readUntil(endAt: number): void {
    while (!this.isDone && performance.now() < endAt) {
      if (this.isFull) return this.#stop();
      const walk = this.#walks[0];
      if (!walk) this.#readLabels();
      else if (!walk.walkUntil(endAt)) this.#walks.shift();
    }
  }

  #readLabelsIn(parent: ParentNode): void {
    for (const inner of parent.querySelectorAll(labelled)) this.#labelled.push(inner);
  }

  #stop(): void {
    this.#walks.length = 0;
    this.#labelled = [];
  }

  #walk(parent: Element | ShadowRoot, isShallow: boolean): void {
    const holder = parent instanceof Element ? parent : parent.host;
    if (holder.closest(unread)) return;
    const line = (line: Line) => this.#takeLine(line);
    const shadow = (root: ShadowRoot) => {
      this.#found.shadow(root);
      this.#readLabelsIn(root);
    };
    this.#walks.push(new LineWalk(parent, { line, shadow }, isShallow));
  }

  #takeLine(line: Line): void {
    const before = new Set(line.nodes.flatMap((node) => this.#lines.get(node) ?? []));
    if ([...before].some((known) => known.holds(line.nodes))) return;
    for (const known of before) this.#found.lost(known);
    // read anew, now that what was written is undone
    const fresh = before.size > 0 ? line.readAnew() : line;
    if (!hasLetters(fresh.original)) return;
    const isReturn = [...before].some(({ original }) => original === fresh.original);
    if (isReturn && this.#countReturn(fresh.element) > mostReturns) return;
    for (const node of fresh.nodes) this.#lines.set(node, fresh);
    this.#add(fresh, fresh.measureTop());
  }

  #countReturn(element: Element): number {
    const count = (this.#returns.get(element) ?? 0) + 1;
    this.#returns.set(element, count);
    return count;
  }

  #readLabels(): void {
    const element = this.#labelled.pop();
    if (!element?.isConnected) return;
    const known = this.#labels.get(element) ?? [];
    if (known.length > 0 && known.every(({ isIntact }) => isIntact)) return;
    for (const label of known) this.#found.lost(label);
    const labels = labelsOf(element);
    this.#labels.set(element, labels);
    const top = isSeen(element) ? element.getBoundingClientRect().top + scrollY : null;
    for (const label of labels) this.#add(label, top);
  }

  #add(unit: PageUnit, top: number | null): void {
    this.#unitCount++;
    this.#characters += unit.original.length;
    this.#found.unit(unit, top);
  }
}

/** Whether an element is a part of the line that it stands in. */
function isInLine(element: Element): boolean {
  const role = roleOf(element);
  return role === "markup" || role === "thing";
}
