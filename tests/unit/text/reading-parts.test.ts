import { expect, test } from "vitest";
import { cutIntoParts, type Piece } from "../../../lib/text/reading-parts.ts";

const words = (text: string, tokens = 10): Piece => ({ text, isHeading: false, tokens });
const heading = (text: string): Piece => ({ text, isHeading: true, tokens: 1 });
const textsOf = (pieces: readonly Piece[], mostTokens: number) =>
  cutIntoParts(pieces, mostTokens).map((part) => part.pieces.map(({ text }) => text).join(" "));

test("nothing of a text is lost, and no part is longer than it may be", () => {
  const pieces = Array.from({ length: 500 }, (_, at) =>
    at % 7 === 0 ? heading(`H${at}`) : words(`p${at}`, 1 + ((at * 13) % 30)),
  );
  const parts = cutIntoParts(pieces, 60);
  expect(parts.flatMap((part) => part.pieces)).toEqual(pieces);
  for (const part of parts)
    expect(part.pieces.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(60);
});

test("a part that is full enough ends before a heading", () => {
  const pieces = [heading("One"), words("a", 40), heading("Two"), words("b"), words("c")];
  expect(textsOf(pieces, 60)).toEqual(["One a", "Two b c"]);
});

test("a heading goes with what it heads", () => {
  const pieces = [words("a", 30), heading("Two"), words("b", 59)];
  expect(textsOf(pieces, 60)).toEqual(["a", "Two b"]);
});

test("a part is under the heading where it begins", () => {
  const pieces = [
    words("a"),
    heading("Two"),
    words("b"),
    words("c"),
    words("d"),
    heading("Three"),
    words("e"),
  ];
  expect(cutIntoParts(pieces, 21).map((part) => part.heading)).toEqual([null, "Two", "Three"]);
});

test("a text of headings alone ends", () => {
  expect(
    textsOf(
      Array.from({ length: 5 }, (_, at) => heading(`H${at}`)),
      2,
    ),
  ).toEqual(["H0 H1", "H2 H3", "H4"]);
});
