import { expect, test } from "vitest";
import { type HiddenReason, type TextLook, whyHidden } from "../../../lib/page/visibility.ts";

const plain: TextLook = {
  fontPx: 16,
  opacity: 1,
  colour: [20, 20, 20, 1],
  background: [255, 255, 255, 1],
  hasOwnContrast: false,
  indentPx: 0,
  box: { left: 100, top: 5000, right: 700, bottom: 5024 },
  reach: { left: 0, top: 0, right: 1280, bottom: 9000 },
  clip: null,
  isCutAway: false,
};
const placed = (left: number, top: number) => ({ left, top, right: left + 90, bottom: top + 20 });

test.each<[name: string, change: Partial<TextLook>, why: HiddenReason]>([
  ["opacity of zero", { opacity: 0 }, "transparent"],
  ["a transparent colour", { colour: [0, 0, 0, 0] }, "transparent"],
  ["letters of one pixel", { fontPx: 1 }, "tiny"],
  ["scaled to a point", { box: { left: 5, top: 5, right: 5, bottom: 5 } }, "tiny"],
  ["an empty clip path", { isCutAway: true }, "cut-away"],
  ["a box of no height", { clip: { left: 0, top: 9, right: 700, bottom: 9 } }, "clipped"],
  ["beside its box", { clip: { left: 800, top: 0, right: 900, bottom: 9000 } }, "clipped"],
  ["left of the page", { box: placed(-9999, 0) }, "off-screen"],
  ["above the page", { box: placed(0, -9999) }, "off-screen"],
  ["beyond the page", { box: placed(99_999, 0) }, "off-screen"],
  ["indented away", { indentPx: -9999 }, "off-screen"],
  ["white on white", { colour: [255, 255, 255, 1] }, "same-colour"],
  ["nearly white on white", { colour: [252, 252, 252, 1] }, "same-colour"],
])("hides text with %s", (_, change, why) => {
  expect(whyHidden({ ...plain, ...change })).toBe(why);
});

test.each<[name: string, change: Partial<TextLook>]>([
  ["nothing special", {}],
  ["pale grey", { colour: [170, 170, 170, 1] }],
  ["small print", { fontPx: 9 }],
  ["white over a picture", { colour: [255, 255, 255, 1], background: null }],
  ["letters cut out of a gradient", { colour: [0, 0, 0, 0], hasOwnContrast: true }],
  ["a box of no height that overflows", { box: { left: 9, top: 9, right: 99, bottom: 9 } }],
  ["the part below a fold", { clip: { left: 0, top: 0, right: 700, bottom: 400 } }],
  ["a reach to the left", { box: placed(-300, 0), reach: { ...plain.reach, left: -900 } }],
])("shows text with %s", (_, change) => {
  expect(whyHidden({ ...plain, ...change })).toBeNull();
});
