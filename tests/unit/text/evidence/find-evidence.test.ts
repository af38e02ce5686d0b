import { expect, test } from "vitest";
import { findEvidence } from "../../../../lib/text/evidence/find-evidence.ts";
import { indexPage } from "../../../../lib/text/evidence/page-index.ts";

const texts = [
  "Harbour Foods said on Tuesday that its profit rose 12 percent to 1.2 million pounds in 2024.",
  "Chief executive Anna Brandt will leave the company in May. She joined it twenty-three years ago.",
];
const page = indexPage(
  texts.map((text, at) => ({ number: at + 1, text })),
  "en",
);

function evidenceFor(sentence: string) {
  const [evidence] = findEvidence([sentence], page);
  if (!evidence) throw new Error("no evidence object");
  return evidence;
}

test.each([
  ["Profit at Harbour Foods increased by 12 % to £1,200,000.", 1],
  ["Its boss, Anna Brandt, is leaving after 23 years.", 2],
])("%j rests on passage %d, and nothing in it is doubted", (sentence, passage) => {
  const { passages, doubts } = evidenceFor(sentence);
  expect(passages[0]?.number).toBe(passage);
  expect(doubts).toEqual([]);
});

test("the words to highlight are those of the passage that the sentence shares", () => {
  const [passage] = evidenceFor("Anna Brandt will leave.").passages;
  const words = passage?.words.map(({ start, end }) => texts[1]?.slice(start, end));
  expect(words).toEqual(["Anna", "Brandt", "leave"]);
});

test("a figure that the page gives otherwise is told with what the page says", () => {
  const { doubts, doubtScore } = evidenceFor("Profit rose 21 percent.");
  expect(doubts).toEqual([
    { kind: "differs", what: "amount", start: 12, end: 22, pageText: "12 percent", passage: 1 },
  ]);
  expect(doubtScore).toBeGreaterThan(0.5);
});

test("a sentence of which the page says nothing has no passage", () => {
  const { passages, doubts } = evidenceFor("The moon is made of cheese.");
  expect(passages).toEqual([]);
  expect(doubts).toEqual([{ kind: "no-evidence" }]);
});
