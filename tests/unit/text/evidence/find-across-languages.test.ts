import { expect, test } from "vitest";
import { findAcrossLanguages } from "../../../../lib/text/evidence/find-across-languages.ts";
import { indexPage } from "../../../../lib/text/evidence/page-index.ts";

const passages = [
  "The harbour of Dover was built in 1595, after the old quay had been lost to the sea.",
  "Its wall is 421 metres long and rises 3.5 metres above low water.",
  "On 12 May the tide tables were printed, at a price of $1,250.",
].map((text, at) => ({ number: at + 1, text }));
const page = indexPage(passages, "en");

const found = (sentence: string) => findAcrossLanguages([sentence], "de", page)[0];

test("leads from a figure to the passage with the same, however each language writes it", () => {
  const evidence = found("Die Mauer ist 421 Meter lang und ragt 3,5 Meter aus dem Wasser.");
  expect(evidence?.doubts).toEqual([]);
  expect(evidence?.passages.map(({ number }) => number)).toEqual([2]);
  const words = evidence?.passages[0]?.words ?? [];
  expect(words.map(({ start, end }) => passages[1]?.text.slice(start, end))).toEqual([
    "421 metres",
    "3.5 metres",
  ]);
});

test("doubts a figure that the page does not have", () => {
  const sentence = "Der Hafen wurde 1695 gebaut.";
  const [doubt] = found(sentence)?.doubts ?? [];
  expect(doubt).toMatchObject({ kind: "not-on-page", start: 16, end: 20 });
});

test.each(["Am 12. Mai wurden die Tabellen gedruckt.", "Sie kosteten 1.250 Dollar."])(
  "does not doubt %j",
  (sentence) => {
    expect(found(sentence)?.doubts).toEqual([]);
    expect(found(sentence)?.passages.map(({ number }) => number)).toEqual([3]);
  },
);

test("says nothing of a sentence without figures, however untrue", () => {
  expect(found("Der Stadtrat kaufte einen Hubschrauber.")).toMatchObject({
    passages: [],
    doubts: [],
  });
});
