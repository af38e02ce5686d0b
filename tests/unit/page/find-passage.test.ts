// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { findPassage } from "../../../lib/page/find-passage.ts";

const sentence =
  "Twice a day the sea climbs the harbour wall, waits for an hour, and then goes quietly down again.";

beforeEach(() => {
  document.body.innerHTML = `<nav><a>Home</a></nav><article><p>First.</p><p>Twice a <b>day</b> the
    sea climbs the <i>harbour</i> wall, waits for an hour, and then goes quietly down again.</p></article>`;
});

const said = (ranges: readonly Range[] | undefined) =>
  ranges?.map((range) => range.toString().replace(/\s+/g, " "));

const found = (text: string, place: string) => said(findPassage(document, { text, place })?.whole);

/** What is found of some words of the sentence. */
function foundWords(...words: readonly string[]): string[] | undefined {
  const spans = words.map((word) => {
    const start = sentence.indexOf(word);
    return { start, end: start + word.length };
  });
  return said(findPassage(document, { text: sentence, place: "1/1" }, spans)?.words);
}

test("finds a passage spread over inline elements", () => {
  expect(found(sentence, "1/1")).toEqual([sentence]);
});

test("finds a passage that has moved", () => {
  expect(found(sentence, "0/7/2")).toEqual([sentence]);
});

test("finds a passage whose middle has changed", () => {
  document.querySelector("i")?.replaceChildren("old harbour");
  expect(found(sentence, "1/1")).toEqual([sentence.replace("harbour", "old harbour")]);
});

test("finds text in an open shadow root", () => {
  const host = document.body.appendChild(document.createElement("x-tide"));
  host.attachShadow({ mode: "open" }).innerHTML = "<p>Tides turn at noon.</p>";
  expect(found("Tides turn at noon.", "2/s/0")).toEqual(["Tides turn at noon."]);
});

test("finds a passage that reaches into a shadow root, a range for each root", () => {
  const host = document.body.appendChild(document.createElement("p"));
  host.innerHTML = "Tides turn at <x-time></x-time>";
  const time = host.querySelector("x-time")?.attachShadow({ mode: "open" });
  time?.append("noon.");
  expect(found("Tides turn at noon.", "2")).toEqual(["Tides turn at ", "noon."]);
});

test("finds a row of a table, whose cells the passage divides by bars", () => {
  document.body.innerHTML = "<table><tr><td>Dover</td><td>4:20</td></tr></table>";
  const passage = { text: "Dover | 4:20", place: "0/0/0" };
  expect(said(findPassage(document, passage, [{ start: 8, end: 12 }])?.words)).toEqual(["4:20"]);
});

test("finds nothing when the passage is gone", () => {
  expect(found("The moon has left for good.", "1/1")).toBeUndefined();
});

test("finds words of a passage, also across inline elements", () => {
  expect(foundWords("Twice", "climbs the harbour wall")).toEqual([
    "Twice",
    "climbs the harbour wall",
  ]);
});

test("finds words that others before them have moved, and leaves out those that are gone", () => {
  document.querySelector("i")?.replaceChildren("old");
  expect(foundWords("sea climbs", "harbour", "down again")).toEqual(["sea climbs", "down again"]);
});

test("finds the occurrence of a word that is meant", () => {
  document.body.innerHTML = "<p>High at 4, low at 4.</p>";
  const passage = { text: "High at 4, low at 4.", place: "0" };
  const startOf = (start: number) =>
    findPassage(document, passage, [{ start, end: start + 1 }])?.words[0]?.startOffset;
  expect([startOf(8), startOf(18)]).toEqual([8, 18]);
});
