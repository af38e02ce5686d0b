import { expect, test } from "vitest";
import { selectPassages } from "../../../lib/engine/select-passages.ts";

/** Sections of a heading, a long passage and two short ones about the same. */
const sections = Array.from({ length: 12 }, (_, at) => [
  `Tower ${at}`,
  `The keeper of tower ${at} counted lamps and gulls. `.repeat(8),
  `Tower ${at} has lamps that the keeper lights at dusk.`,
  `Nobody answered keeper ${at}.`,
]);
const passages = sections.flat();
const headings = sections.map((_, at) => at * 4);
const passageTokens = passages.map((text) => text.split(" ").length);
const select = (budgetTokens: number) =>
  selectPassages({ passages, headings, passageTokens, budgetTokens });
const costOf = (chosen: readonly number[]) =>
  chosen.reduce((sum, index) => sum + (passageTokens[index] ?? 0), 0);

test.each([160, 300, 600])("every section is heard within %i tokens", (budgetTokens) => {
  const chosen = select(budgetTokens);
  expect(costOf(chosen)).toBeLessThanOrEqual(budgetTokens);
  for (const heading of headings)
    expect(chosen.some((index) => index > heading && index < heading + 4)).toBe(true);
});

test("headings take no more than their share", () => {
  const few = select(36);
  expect(costOf(few)).toBeLessThanOrEqual(36);
  expect(few.some((index) => !headings.includes(index))).toBe(true);
});

test("all passages are taken where all have room, in reading order", () => {
  expect(select(10_000)).toEqual(passages.map((_, index) => index));
});
