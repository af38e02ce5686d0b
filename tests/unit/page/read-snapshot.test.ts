// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { readSnapshot } from "../../../lib/page/read-snapshot.ts";
import { type Sketch, snapshotOf } from "./snapshot-of.ts";

const long =
  "Twice a day the sea climbs the harbour wall, waits, and goes down again, because the moon pulls harder on the near side of the Earth than on the far side, and the water follows.";
const prose = (count: number): Sketch[] =>
  Array.from({ length: count }, (_, at) => ["p", `${at + 1}. ${long}`]);
const textsOf = (...sketch: Sketch[]) =>
  readSnapshot(snapshotOf(...sketch), "page").passages.map(({ text }) => text);

test("numbers the article's passages from 1 in reading order", () => {
  const { passages, source } = readSnapshot(snapshotOf(["article", ...prose(4)]), "page");
  expect(source).toBe("article");
  expect(passages.map(({ number, kind, place }) => [number, kind, place])).toEqual([
    [1, "paragraph", "0/0"],
    [2, "paragraph", "0/1"],
    [3, "paragraph", "0/2"],
    [4, "paragraph", "0/3"],
  ]);
});

test.each<[name: string, noise: Sketch]>([
  ["a figure's caption", ["figure", ["figcaption", "The harbour at noon, seen from the wall."]]],
  ["a share bar", ["div.share-bar", ["p", "Send this to a friend who likes the sea."]]],
  ["a line of nothing but a link", ["p", ["a", "Why the moon is leaving us"]]],
  ["a photo credit", ["p", "Photo: A. Keeper"]],
  ["an author box", ["div.author-bio", ["p", "She has kept the harbour for thirty years."]]],
])("leaves out %s", (_, noise) => {
  const texts = textsOf(["article", ...prose(3), noise, ...prose(5).slice(3)]);
  expect(texts).toHaveLength(5);
});

test("keeps an article whose own box is called like noise", () => {
  expect(textsOf(["div.related-content", ...prose(5)])).toHaveLength(5);
});

test("leaves out dates before the first sentence and labels after the last", () => {
  const texts = textsOf(["article", ["p", "12 May, 9:30"], ...prose(4), ["h3", "More"]]);
  expect(texts).toHaveLength(4);
});

test("reads the main region of a page that is no article", () => {
  const page = snapshotOf(
    ["nav", ["a", "Home"]],
    ["main", ["ul", ["li", ["a", "Tides turn early"]], ["li", ["a", "Fog at noon"]]]],
  );
  const { passages, source } = readSnapshot(page, "page");
  expect(source).toBe("main");
  expect(passages.map(({ text }) => text)).toEqual(["Tides turn early", "Fog at noon"]);
});

test("cuts a selection's ends to what is selected", () => {
  const page = snapshotOf(["p", "One tide rises."], ["p", "Two tides turn."]);
  const selection = { text: "tide rises.\n\nTwo tides", first: 2, last: 4 };
  const { passages, source } = readSnapshot({ ...page, selection }, "selection-or-page");
  expect(source).toBe("selection");
  expect(passages.map(({ text }) => text)).toEqual(["tide rises.", "Two tides"]);
});

test("reads the page when the page is asked for, whatever is selected", () => {
  const page = snapshotOf(["article", ...prose(4)]);
  const selection = { text: "the sea", first: 3, last: 3 };
  expect(readSnapshot({ ...page, selection }, "page").source).toBe("article");
});

test.each([
  ["page-empty", snapshotOf(["p", "Hello there"])],
  ["page-empty", snapshotOf()],
])("refuses with %s", (code, page) => {
  expect(() => readSnapshot(page, "page")).toThrow(expect.objectContaining({ code }));
});

test("keeps line breaks in code and cells of a row apart", () => {
  const page = snapshotOf([
    "main",
    ["pre", "let tide = 1;\n  tide++;"],
    ["table", ["tr", ["td", "High"], ["td", "6 m"]]],
  ]);
  expect(readSnapshot(page, "page").passages).toMatchObject([
    { kind: "code", text: "let tide = 1;\n  tide++;" },
    { kind: "table-row", text: "High | 6 m" },
  ]);
});
