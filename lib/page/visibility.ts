/** Red, green and blue from 0 to 255, and how opaque from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A rectangle in CSS pixels, from the top left of the document. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How a piece of text stands on the page; everything that decides whether it can be seen. */
export interface TextLook {
  fontPx: number;
  /** All ancestors' opacity and filters multiplied. */
  opacity: number;
  colour: Colour;
  /** The opaque colour behind, or null where a picture or a gradient makes it unknowable. */
  background: Colour | null;
  /** A shadow, or letters cut out of a background, shows the text whatever its colour. */
  hasOwnContrast: boolean;
  indentPx: number;
  box: Box;
  /** Where the reader can scroll to. */
  reach: Box;
  /** The narrowest and lowest hidden-overflow box around it, or null. */
  clip: Box | null;
  /** A `clip`, `clip-path` or `mask` leaves nothing of it. */
  isCutAway: boolean;
}

/** Ways in which text is there and cannot be seen. */
export type HiddenReason =
  "transparent" | "tiny" | "cut-away" | "clipped" | "off-screen" | "same-colour";

const leastFontPx = 4;
const leastOpacity = 0.05;
/** WCAG asks for 4.5; 1.07 is where text can no longer be made out. */
const leastContrast = 1.07;
const leastBoxPx = 2;

/** Why a reader cannot see the text, or null when it can be seen. */
export function whyHidden(look: TextLook): HiddenReason | null {
  if (look.opacity < leastOpacity) return "transparent";
  if (look.fontPx < leastFontPx || isPoint(look.box)) return "tiny";
  if (look.isCutAway) return "cut-away";
  if (look.clip && isClipped(look.box, look.clip)) return "clipped";
  if (isOutside(look.box, look.reach) || look.indentPx < -500) return "off-screen";
  return look.hasOwnContrast ? null : whyColourHides(look);
}

function whyColourHides({ colour, background }: TextLook): HiddenReason | null {
  if (colour[3] < leastOpacity) return "transparent";
  if (!background) return null;
  return contrastOf(blend(colour, background), background) < leastContrast ? "same-colour" : null;
}

/** A box that is flat in one direction may overflow visibly; flat in both, it is scaled away. */
function isPoint(box: Box): boolean {
  return widthOf(box) < leastBoxPx && heightOf(box) < leastBoxPx;
}

/**
 * A low fold ("read more") still shows that there is text, so only a flat box, or one that the
 * text is wholly beside, hides it.
 */
function isClipped(box: Box, clip: Box): boolean {
  if (widthOf(clip) < leastBoxPx || heightOf(clip) < leastBoxPx) return true;
  return box.right <= clip.left || box.left >= clip.right || box.bottom <= clip.top;
}

function isOutside(box: Box, reach: Box): boolean {
  return (
    box.right <= reach.left ||
    box.bottom <= reach.top ||
    box.left >= reach.right ||
    box.top >= reach.bottom
  );
}

function widthOf(box: Box): number {
  return box.right - box.left;
}

function heightOf(box: Box): number {
  return box.bottom - box.top;
}

/** `top` as it looks when laid over `under`. */
export function blend(top: Colour, under: Colour): Colour {
  const alpha = top[3];
  const mix = (a: number, b: number) => a * alpha + b * (1 - alpha);
  return [mix(top[0], under[0]), mix(top[1], under[1]), mix(top[2], under[2]), 1];
}

function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
function luminanceOf([red, green, blue]: Colour): number {
  const linear = (value: number) =>
    value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
