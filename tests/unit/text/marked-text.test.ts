import * as fc from "fast-check";
import { expect, test } from "vitest";
import { flatten, type InlinePiece, nest, textOfPieces } from "../../../lib/text/inline-piece.ts";
import { looksMarked, readMarks, writeMarks } from "../../../lib/text/marked-text.ts";
import { tidyRuns } from "../../../lib/text/tidy-runs.ts";

type Piece = InlinePiece<string>;

const markup = (of: string, ...inner: Piece[]): Piece => ({ kind: "markup", of, inner });
const thing = (of: string, text = ""): Piece => ({ kind: "thing", of, text });

test.each<[marked: string, pieces: Piece[]]>([
  ["The sea", ["The sea"]],
  ["The <1> old </1> sea", ["The ", markup("b", "old"), " sea"]],
  ["Run <1/> now", ["Run ", thing("code", "npm ci"), " now"]],
  ["<1> The <2> old </2> sea </1>", [markup("a", "The ", markup("b", "old"), " sea")]],
  ["The <1> old </1> sea", ["The", markup("b", " old "), "sea"]],
  ["Two <1> dogs </1> bark", ["Two ", markup("a", "dog"), "s bark"]],
  ["The cat", [markup("span", "T"), "he cat"]],
  ["The <1> very </1> old sea", ["The ", markup("b", "very o"), "ld sea"]],
  [" The sea", [markup("b", "", " T"), "he sea"]],
  [
    "The <1> very <2> old </2> </1> sea",
    ["The", markup("a", " very", markup("b", " old"), markup("b", " ")), "sea"],
  ],
  ["東京<1> タワー </1>です", ["東京", markup("b", "タワー"), "です"]],
])("writes %j", (marked, pieces) => {
  expect(writeMarks(pieces).text).toBe(marked);
});

const pieces: Piece[] = ["The ", markup("a", "old ", markup("b", "sea")), " has ", thing("code")];
const { marked } = writeMarks(pieces);

test("reads a translation with its marks in another order", () => {
  expect(readMarks("<3/> hat <1> <2> See </2> alte </1>", marked)).toEqual([
    thing("code"),
    " hat ",
    markup("a", markup("b", "See"), " alte"),
  ]);
});

test("reads marks that a model wrote with other spaces", () => {
  expect(readMarks("Die < 1 >alte <2>See< / 2></1 > hat < 3 / >", marked)).toEqual([
    "Die ",
    markup("a", "alte ", markup("b", "See")),
    " hat ",
    thing("code"),
  ]);
});

test.each([
  ["lost", "Die <1> alte <2> See </2> </1> hat"],
  ["doubled", "Die <1> alte <2> See </2> </1> hat <3/> <3/>"],
  ["crossed", "Die <1> alte <2> See </1> </2> hat <3/>"],
  ["moved out of its markup", "Die <1> alte </1> <2> See </2> hat <3/>"],
  ["moved into markup", "Die <1> alte <2> See </2> <3/> </1>"],
  ["left open", "Die <1> alte <2> See </2> hat <3/>"],
  ["closed before it opens", "Die </1> alte <1> <2> See </2> hat <3/>"],
  ["left without words", "Die alte <1> <2> </2> </1> See hat <3/>"],
  ["made another kind", "Die <1> alte <2> See </2> </1> hat <3> </3>"],
  ["made up", "Die <1> alte <2> See </2> </1> hat <3/> <4/>"],
])("refuses a translation whose mark was %s", (_, translation) => {
  expect(readMarks(translation, marked)).toBeNull();
});

test.each([
  ["a < 1 and b > 2", false],
  ["use <b> here", false],
  ["the tag <1> is ours", true],
])("%j looks marked: %j", (text, isMarked) => {
  expect(looksMarked(text)).toBe(isMarked);
});

const words = fc
  .array(fc.constantFrom("sea ", " old", "tide", "s", " ", "海", ". ", "7"))
  .map((all) => all.join(""));
const { tree } = fc.letrec<{ tree: Piece[]; piece: Piece }>((tie) => ({
  tree: fc.array(tie("piece"), { maxLength: 4 }),
  piece: fc.oneof(
    { depthSize: "small" },
    words,
    fc.uuid().map((of) => thing(of)),
    fc.tuple(fc.uuid(), tie("tree")).map(([of, inner]) => markup(of, ...inner)),
  ),
}));

/** What is in which markup, whatever the spaces between. */
function wordsIn(pieces: readonly Piece[]): Piece[] {
  const runs = flatten(pieces).map(({ path, piece }) => ({
    path,
    piece: typeof piece === "string" ? piece.replaceAll(" ", "") : piece,
  }));
  return nest(runs.filter(({ piece }) => piece !== ""));
}

test("whatever the markup, an unchanged translation gives the same words in the same markup", () => {
  fc.assert(
    fc.property(tree, (pieces) => {
      const { text, marked } = writeMarks(pieces);
      const whole = nest(tidyRuns(flatten(pieces)));
      expect(wordsIn(readMarks(text, marked) ?? [])).toEqual(wordsIn(whole));
      expect(textOfPieces(whole).replaceAll(" ", "")).toBe(
        textOfPieces(pieces).replaceAll(" ", ""),
      );
    }),
  );
});
