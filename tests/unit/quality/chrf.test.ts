import { expect, test } from "vitest";
import { chrf } from "../../quality/translate/chrf.ts";

test("a translation that is its reference has 100, also where it is short, and spaces do not count", () => {
  expect(chrf(["the old sea"], ["the old sea"])).toBeCloseTo(100);
  expect(chrf(["海"], ["海"])).toBeCloseTo(100);
  expect(chrf(["theoldsea"], ["the old sea"])).toBeCloseTo(100);
});

test("one that shares no character, or is empty, has 0", () => {
  expect(chrf(["a b"], ["c d e f"])).toBe(0);
  expect(chrf([""], ["the cat"])).toBe(0);
});

test("what is left out costs twice as much as what is put in", () => {
  // "thecat" of "thecatsat": all that is written is right, and 6/9, 5/8, … 1/4 of what is wanted
  const recall = (6 / 9 + 5 / 8 + 4 / 7 + 3 / 6 + 2 / 5 + 1 / 4) / 6;
  const byHand = (100 * 5 * recall) / (4 + recall);
  expect(chrf(["the cat"], ["the cat sat"])).toBeCloseTo(byHand);
  expect(byHand).toBeCloseTo(55.771);
});

test("runs of characters count over the whole set", () => {
  // as sacreBLEU 2.6.0 says
  const translations = ["The cat sat on the mat.", "There is 1,000.5 % of it - really?"];
  const references = ["The cat is on the mat.", "There are 1,000.5 % of it, really!"];
  expect(chrf(translations, references)).toBeCloseTo(62.7449);
  expect(
    chrf(["die See ist kalt", "die Katze schläft"], ["die See ist sehr kalt", "die Katze schläft"]),
  ).toBeCloseTo(77.7795);
});
