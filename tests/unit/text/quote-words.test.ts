import { expect, test } from "vitest";
import { quoteWords } from "../../../lib/text/quote-words.ts";

const said = (text: string, ...words: [start: number, end: number][]) =>
  quoteWords(
    text,
    words.map(([start, end]) => ({ start, end })),
  )
    .map(({ text, isMeant }) => (isMeant ? `[${text}]` : text))
    .join("");

test("quotes a short text whole, with its words apart", () => {
  expect(said("The tide turned at 4:20.", [19, 23], [4, 8])).toBe("The [tide] turned at [4:20].");
});

test("joins words that overlap", () => {
  expect(said("The tide turned.", [4, 8], [6, 15])).toBe("The [tide turned].");
});

test("leaves out what is far from the words, and cuts no word", () => {
  const text = `${"before ".repeat(60)}tide ${"after ".repeat(60)}`.trim();
  const quote = said(text, [420, 424]);
  expect(quote).toMatch(/^… before .*\[tide\] after .* after …$/);
  expect(quote.length).toBeLessThan(320);
});

test("quotes the beginning of a text without such words", () => {
  expect(said("The tide turned.")).toBe("The tide turned.");
  expect(said("tide ".repeat(200))).toMatch(/^tide .*tide …$/);
});

test("takes no harm from words that the text does not have", () => {
  expect(said("Short.", [90, 99])).toBe("Short.");
});
