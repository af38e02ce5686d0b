import { blend, type Box, type Colour, type TextLook } from "./visibility.ts";

/** What an element hands down to everything in it. */
interface Surroundings {
  opacity: number;
  background: Colour | null;
  clip: Box | null;
  /** The clip that holds for absolutely placed children: that of the nearest placed ancestor. */
  placedClip: Box | null;
  isCutAway: boolean;
}

const white: Colour = [255, 255, 255, 1];
const outermost: Surroundings = {
  opacity: 1,
  background: white,
  clip: null,
  placedClip: null,
  isCutAway: false,
};

/** Looks at elements of one document; remembers what it saw of ancestors, so it is used once. */
export class TextWatcher {
  readonly #seen = new Map<Element, Surroundings>();
  readonly #reach: Box;
  readonly #view: Window & typeof globalThis;

  constructor(document: Document, view: Window & typeof globalThis) {
    this.#view = view;
    const root = document.scrollingElement ?? document.documentElement;
    const isRightToLeft = view.getComputedStyle(document.documentElement).direction === "rtl";
    const hidden = root.scrollWidth - root.clientWidth;
    this.#reach = {
      left: isRightToLeft ? -hidden : 0,
      top: 0,
      right: isRightToLeft ? root.clientWidth : root.scrollWidth,
      bottom: Math.max(root.scrollHeight, view.innerHeight),
    };
  }

  /** How the text directly in an element looks. */
  lookAt(element: Element): TextLook {
    const style = this.#view.getComputedStyle(element);
    const around = this.#surroundingsOf(element);
    return {
      fontPx: Number.parseFloat(style.fontSize),
      opacity: around.opacity,
      colour: parseColour(style.webkitTextFillColor || style.color),
      background: around.background,
      hasOwnContrast: style.textShadow !== "none" || style.backgroundClip === "text",
      indentPx: Number.parseFloat(style.textIndent),
      box: this.#boxOf(element, style),
      reach: this.#reach,
      clip: around.clip,
      isCutAway: around.isCutAway,
    };
  }

  #surroundingsOf(element: Element): Surroundings {
    const unknown: Element[] = [];
    let next: Element | null = element;
    while (next && !this.#seen.has(next)) {
      unknown.push(next);
      next = shownParentOf(next);
    }
    let around = (next && this.#seen.get(next)) ?? outermost;
    for (const inner of unknown.toReversed()) {
      around = this.#enter(inner, around);
      this.#seen.set(inner, around);
    }
    return around;
  }

  #enter(element: Element, around: Surroundings): Surroundings {
    const style = this.#view.getComputedStyle(element);
    const clip = this.#clipOf(element, style, around);
    return {
      opacity: around.opacity * Number(style.opacity) * (isFilteredAway(style.filter) ? 0 : 1),
      background: backgroundOf(style, around.background),
      clip,
      placedClip: style.position === "static" ? around.placedClip : clip,
      isCutAway: around.isCutAway || isCutAway(style),
    };
  }

  #clipOf(element: Element, style: CSSStyleDeclaration, around: Surroundings): Box | null {
    const inherited =
      style.position === "fixed"
        ? null
        : style.position === "absolute"
          ? around.placedClip
          : around.clip;
    // The overflow of these two belongs to the window, which a dialog may lock for a while.
    if (element.localName === "body" || element.localName === "html") return null;
    if (!/hidden|clip/.test(style.overflow) || style.display === "inline") return inherited;
    const own = this.#boxOf(element, style);
    if (!inherited) return own;
    return {
      left: Math.max(own.left, inherited.left),
      top: Math.max(own.top, inherited.top),
      right: Math.min(own.right, inherited.right),
      bottom: Math.min(own.bottom, inherited.bottom),
    };
  }

  #boxOf(element: Element, style: CSSStyleDeclaration): Box {
    const boxed = style.display === "contents" ? (shownParentOf(element) ?? element) : element;
    const { left, top, right, bottom } = boxed.getBoundingClientRect();
    // What is fixed to the window is where it is however far the reader has scrolled.
    const { scrollX, scrollY } = this.#view;
    return {
      left: left + scrollX,
      top: top + scrollY,
      right: right + scrollX,
      bottom: bottom + scrollY,
    };
  }
}

function shownParentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function backgroundOf(style: CSSStyleDeclaration, behind: Colour | null): Colour | null {
  if (style.backgroundImage !== "none") return null;
  const own = parseColour(style.backgroundColor);
  if (own[3] >= 1) return own;
  return own[3] === 0 || !behind ? behind : blend(own, behind);
}

/** Reads a computed colour; what it does not know (`color(…)`, `lab(…)`) is taken as seen. */
export function parseColour(value: string): Colour {
  if (!value.startsWith("rgb")) return [128, 128, 128, 1];
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(value);
  return [red, green, blue, alpha];
}

function isFilteredAway(filter: string): boolean {
  return filter !== "none" && /opacity\((0|0?\.0\d*|[0-4]%)\)/.test(filter);
}

function isCutAway(style: CSSStyleDeclaration): boolean {
  if (style.contentVisibility === "hidden") return true; // `checkVisibility` asks ancestors only
  if (style.clip !== "auto" && style.position !== "static" && isEmptyClip(style.clip)) return true;
  if (style.clipPath !== "none" && isEmptyPath(style.clipPath)) return true;
  return style.maskImage !== "none" && isEmptyMask(style.maskImage);
}

function isEmptyClip(clip: string): boolean {
  const [top = 0, right = 0, bottom = 0, left = 0] = numbersIn(clip);
  return clip.startsWith("rect(") && !clip.includes("auto") && (right - left) * (bottom - top) <= 4;
}

/** Whether a basic shape leaves nothing: `inset(50%)`, `circle(0)`, a polygon of one point. */
export function isEmptyPath(path: string): boolean {
  const sizes = numbersIn(path);
  if (path.startsWith("inset(")) {
    const [top = 0, right = top, bottom = top, left = right] = sizes;
    return path.includes("%") && (top + bottom >= 100 || left + right >= 100);
  }
  if (/^(circle|ellipse)\(/.test(path)) return sizes[0] === 0;
  return path.startsWith("polygon(") && new Set(sizes).size === 1;
}

function isEmptyMask(mask: string): boolean {
  const colours = mask.match(/rgba?\([^)]*\)/g) ?? [];
  return colours.length > 0 && colours.every((colour) => parseColour(colour)[3] === 0);
}

function numbersIn(value: string): number[] {
  return (value.match(/-?\d*\.?\d+/g) ?? []).map(Number);
}
