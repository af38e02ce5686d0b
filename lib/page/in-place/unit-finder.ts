import { hasLetters } from "../../text/inline-piece.ts";
import { type Label, labelled, labelsOf } from "./label.ts";
import { Line } from "./line.ts";
import { LineWalk, type WalkListener } from "./line-walk.ts";
import { isElement, isShadow } from "../node-kinds.ts";
import type { PageUnit } from "./page-unit.ts";
import { isTitle, roleOf, unread } from "./reading-rules.ts";
import { isSeen, topOnPage } from "./top-on-page.ts";

/** The most that is translated of one page. */
export const pageLimits = { units: 150_000, characters: 4_000_000 };

/** How often a page may put its own words back before they are left to it. */
const mostReturns = 5;

/** What the finder tells while it reads. */
export interface Found extends Omit<WalkListener, "line"> {
  unit: (unit: PageUnit, top: number | null) => void;
  /** A unit that the page has changed or taken away; what was written of it is undone. */
  lost: (unit: PageUnit) => void;
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
    this.readLabelsIn(element);
  }

  /** Reads the lines again that a node stands among, once there is time. */
  readAround(node: Node): void {
    let around: Node | null = isElement(node) ? node : node.parentNode;
    while (isElement(around) && isInLine(around) && around.parentNode) around = around.parentNode;
    if (isElement(around) || isShadow(around)) this.#walk(around, true);
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

  /** Reads what an element and all in it say by attributes, once there is time. */
  readLabelsIn(element: Element): void {
    this.readLabels(element);
    this.#addLabelled(element);
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

  #addLabelled(parent: ParentNode): void {
    for (const inner of parent.querySelectorAll(labelled)) this.#labelled.push(inner);
  }

  #stop(): void {
    this.#walks.length = 0;
    this.#labelled = [];
  }

  #walk(parent: Element | ShadowRoot, isShallow: boolean): void {
    const holder = isElement(parent) ? parent : parent.host;
    if (!isTitle(holder) && holder.closest(unread)) return;
    const line = (line: Line) => this.#takeLine(line);
    const shadow = (root: ShadowRoot) => {
      this.#found.shadow(root);
      this.#addLabelled(root);
    };
    const { frame } = this.#found;
    this.#walks.push(new LineWalk(parent, { line, shadow, frame }, isShallow));
  }

  #takeLine(line: Line): void {
    const before = new Set(line.nodes.flatMap((node) => this.#lines.get(node) ?? []));
    if ([...before].some((known) => known.holds(line.nodes))) return;
    for (const known of before) this.#found.lost(known);
    // read anew, now that what was written is undone
    const fresh = before.size > 0 ? line.readAnew() : line;
    if (!hasLetters(fresh.original)) return;
    if (this.#isReturnTooMany(fresh, [...before])) return;
    for (const node of fresh.nodes) this.#lines.set(node, fresh);
    this.#add(fresh, fresh.measureTop());
  }

  /** Whether a page insists on its own words: what it has now is what it had before ours. */
  #isReturnTooMany({ element, original }: PageUnit, before: readonly PageUnit[]): boolean {
    if (!before.some((unit) => unit.original === original)) return false;
    const count = (this.#returns.get(element) ?? 0) + 1;
    this.#returns.set(element, count);
    return count > mostReturns;
  }

  #readLabels(): void {
    const element = this.#labelled.pop();
    if (!element?.isConnected) return;
    const known = this.#labels.get(element) ?? [];
    const kept = known.filter(({ isIntact }) => isIntact);
    const lost = known.filter((label) => !kept.includes(label));
    for (const label of lost) this.#found.lost(label);
    const fresh = labelsOf(element).filter(
      (label) =>
        !kept.some(({ name }) => name === label.name) && !this.#isReturnTooMany(label, lost),
    );
    this.#labels.set(element, [...kept, ...fresh]);
    const shown = element.closest("select") ?? element;
    const top = isSeen(shown) ? topOnPage(shown.getBoundingClientRect(), shown) : null;
    for (const label of fresh) this.#add(label, top);
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
