import { expect, test } from "vitest";
import { writeDraft } from "../../../lib/text/draft.ts";
import type { Passage } from "../../../lib/text/page-text.ts";
import { splitSentences } from "../../../lib/text/sentences.ts";

const report = [
  "The council voted on Monday to close the old harbour bridge and build a tunnel instead.",
  "The tunnel will cost 40 million and replace the bridge within three years, the mayor said.",
  "Engineers had warned the council for years that the bridge was rusting beyond repair.",
  "Shops near the harbour fear for their trade while the tunnel is built.",
  "A poll found that two in three residents support the council and want the tunnel.",
  "Ferries will carry bicycles across the harbour until the tunnel opens.",
  "The last bridge keeper, a woman of eighty, still keeps the key in her kitchen.",
  "Work on the tunnel begins in May, when the bridge closes to lorries.",
];

const chatter = [
  "Last Sunday my aunt came over with a huge plum cake and her three noisy parrots.",
  "We laughed until midnight, and nobody wanted to wash a single plate afterwards.",
  "Have you ever met a parrot who sings opera at breakfast?",
];

function passages(texts: readonly string[], kind: Passage["kind"] = "paragraph"): Passage[] {
  return texts.map((text, index) => ({ number: index + 1, kind, text, place: "" }));
}

function numbersOf(from: readonly Passage[], title = ""): number[] {
  return writeDraft(from, { language: "en", title }).map(({ passageNumber }) => passageNumber);
}

test("says nothing of a page without prose", () => {
  expect(writeDraft([], { language: null, title: "Nothing" })).toEqual([]);
  for (const kind of ["heading", "code", "table-row"] as const)
    expect(writeDraft(passages(report, kind), { language: "en", title: "" })).toEqual([]);
});

test("gives all of a text that is no longer than a draft", () => {
  const text = "It rained all day in Kelmouth. The fair was moved to the hall.";
  const draft = writeDraft(passages([text]), { language: "en", title: "" });
  expect(draft.map((sentence) => sentence.text)).toEqual(splitSentences(text, "en"));
});

test("keeps sentences word for word, each with its passage, in reading order", () => {
  const draft = writeDraft(passages([...chatter, ...report]), { language: "en", title: "" });
  const texts = [...chatter, ...report];
  for (const { text, passageNumber } of draft) expect(texts[passageNumber - 1]).toBe(text);
  const numbers = draft.map(({ passageNumber }) => passageNumber);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test("trusts an opening that the rest of the text goes on about", () => {
  expect(numbersOf(passages(report))).toContain(1);
});

test("passes over an opening that the rest of the text leaves behind", () => {
  const numbers = numbersOf(passages([...chatter, ...report]));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number) => number <= chatter.length)).toEqual([]);
});

test("says nothing twice", () => {
  const [first = "", ...rest] = report;
  const numbers = numbersOf(passages([first, first, first, ...rest]));
  expect(numbers.filter((number) => number <= 3)).toHaveLength(1);
});

test("prefers statements to questions, credits and fragments", () => {
  const noise = [
    "Photo: the council, the tunnel and the bridge | © Harbour News",
    "Will the council build the tunnel and close the bridge?",
    "More about the tunnel and the bridge",
  ];
  const numbers = numbersOf(passages([...noise, ...report]), "Council to close bridge for tunnel");
  expect(numbers.filter((number) => number <= noise.length)).toEqual([]);
});

test("follows the length of the page, from two sentences to seven", () => {
  const long = Array.from(
    { length: 900 },
    (_, index) => `${report[index % 8]} Case ${index} is new.`,
  );
  const count = (texts: readonly string[]) => numbersOf(passages(texts)).length;
  expect(count(report.slice(0, 1))).toBe(1);
  expect(count(report.slice(0, 4))).toBe(2);
  expect(count(long.slice(0, 12))).toBe(3);
  expect(count(long)).toBe(7);
});

test("drafts a page in a script without spaces", () => {
  const text =
    "こんにちは。内窓を付けると家の熱が逃げにくくなります。内窓の費用は五万円ほどです。" +
    "家の熱の六割は窓から逃げるので、内窓は家を暖かくします。昨日そばを食べました。" +
    "国の補助金で内窓の費用は半額になります。すき間をふさぐと家の熱がさらに逃げません。".repeat(3);
  const draft = writeDraft(passages([text]), { language: "ja", title: "家を暖かくする内窓" });
  expect(draft.length).toBeGreaterThan(0);
  expect(draft.map((sentence) => sentence.text).join("")).toContain("内窓");
  expect(draft.map((sentence) => sentence.text).join("")).not.toContain("そば");
});

test("drafts a page of any number of sentences", () => {
  const text = "Ships sail. ".repeat(150_000);
  expect(writeDraft(passages([text]), { language: "en", title: "" }).length).toBeGreaterThan(0);
});

test("hears several passages of a long page, however telling its first one is", () => {
  const telling = [
    "The harbour tide turns late because the water needs time to reach the basin.",
    "Every harbour basin has a tide of its own, which the shape of the basin makes late.",
    "The tide reaches a deep harbour sooner than a shallow basin of the same harbour.",
    "Water in a long basin swings with the tide, and a long harbour makes the tide high.",
  ];
  const body = Array.from(
    { length: 45 },
    (_, at) =>
      `Keeper${at} of bay${at} saw boat${at} leave with the tide for isle${at} in year${at}.`,
  );
  const page = passages([telling.join(" "), ...body]);
  const draft = writeDraft(page, { language: "en", title: "" });
  expect(draft.length).toBeGreaterThan(3);
  expect(draft.filter(({ passageNumber }) => passageNumber === 1).length).toBeLessThan(3);
});
