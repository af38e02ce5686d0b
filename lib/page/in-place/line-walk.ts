import { hasLetters } from "../../text/inline-piece.ts";
import { shadowOf } from "../describe-element.ts";
import { Line } from "./line.ts";
import { isElement, isFrame, isText } from "../node-kinds.ts";
import { isKept, roleOf } from "./reading-rules.ts";

/** A parent whose children are gone through, and those that run on since the last break. */
interface Level {
  parent: Element | ShadowRoot;
  next: ChildNode | null;
  run: ChildNode[];
}

/** What a walk tells of what it comes by. */
export interface WalkListener {
  line: (line: Line) => void;
  shadow: (root: ShadowRoot) => void;
  /** A frame that is shown; one that is not has no layout to read its lines by. */
  frame: (frame: HTMLIFrameElement) => void;
}

/** Goes through all lines below a parent, as far as time allows; its own stack bears deep pages. */
export class LineWalk {
  readonly #levels: Level[] = [];
  readonly #takeLine: (line: Line) => void;
  readonly #enterShadow: (root: ShadowRoot) => void;
  readonly #addFrame: (frame: HTMLIFrameElement) => void;
  readonly #isShallow: boolean;

  /** @param isShallow Whether blocks within the parent are left out. */
  constructor(parent: Element | ShadowRoot, on: WalkListener, isShallow = false) {
    this.#takeLine = on.line;
    this.#enterShadow = on.shadow;
    this.#addFrame = on.frame;
    this.#isShallow = isShallow;
    this.#enter(parent);
  }

  /** Walks until a time of `performance.now()`; false when all is read. */
  walkUntil(endAt: number): boolean {
    while (this.#levels.length > 0) {
      if (performance.now() >= endAt) return true;
      this.#readNext();
    }
    return false;
  }

  #enter(parent: Element | ShadowRoot): void {
    this.#levels.push({ parent, next: parent.firstChild, run: [] });
  }

  #readNext(): void {
    const level = this.#levels.at(-1);
    const node = level?.next;
    if (!level || !node) {
      const ended = this.#levels.pop();
      if (ended) this.#endRun(ended);
      return;
    }
    level.next = node.nextSibling;
    if (isText(node)) level.run.push(node);
    else if (isElement(node)) this.#readElement(node, level);
  }

  #readElement(element: Element, level: Level): void {
    switch (roleOf(element)) {
      case "none":
        return;
      case "closed":
        if (isFrame(element) && !isKept(element)) this.#addFrame(element);
        return this.#endRun(level);
      case "thing":
      case "markup":
        level.run.push(element);
        return;
      case "hidden":
        return this.#enterBlock(element);
      case "block":
        this.#endRun(level);
        this.#enterBlock(element);
    }
  }

  #enterBlock(element: Element): void {
    if (this.#isShallow) return;
    const shadow = shadowOf(element);
    this.#enter(element);
    if (!shadow || isKept(element)) return;
    this.#enterShadow(shadow);
    this.#enter(shadow);
  }

  /** Words beside markup make a line with it; markup alone, as a row of links, is read one by one. */
  #endRun(level: Level): void {
    const run = level.run.splice(0);
    const hasWords = run.some((node) => isText(node) && hasLetters(node.data));
    if (hasWords) return this.#takeLine(new Line(level.parent, run));
    for (const node of run.toReversed())
      if (isElement(node) && roleOf(node) === "markup") this.#enter(node);
  }
}
