import { expect, test } from "vitest";
import { scoreSummary } from "../../quality/summarize/score-summary.ts";

const text = {
  title: "Dover",
  language: "en",
  passages: [
    "Harbour",
    "The harbour of Dover was built in 1595, after the old quay had been lost to the sea.",
    "Wall",
    "Its wall is 421 metres long and rises eleven metres above low water.",
    "Boats",
    "The fishing fleet, once the largest of the coast, now counts 60 boats.",
  ],
  headings: [0, 2, 4],
};

const points = [
  "- The harbour of Dover was built in 1595.",
  "- The old quay had been lost to the sea.",
  "- The harbour’s wall is 412 metres long.",
  "- The wall rises eleven metres above low water.",
];

test("what differs from the page is not supported, and a section that nothing rests on is not covered", async () => {
  const score = await scoreSummary(points.join("\n"), text, ["The harbour was built in 1595."]);
  expect(score).toMatchObject({ supported: 0.75, isAsLong: true, isInLanguage: true });
  expect(score.sectionsCovered).toBeCloseTo(2 / 3);
  expect(score.rouge1).toBeGreaterThan(0.2);
});

test("a text without headings is taken in thirds", async () => {
  const { passages } = text;
  const score = await scoreSummary(points[0] ?? "", { ...text, headings: [] }, []);
  expect(passages).toHaveLength(6);
  expect(score).toMatchObject({ isAsLong: false, rougeL: 0 });
  expect(score.sectionsCovered).toBeCloseTo(1 / 3);
});

test("another language than the text's, and no words at all, are told", async () => {
  const german = "- Der Hafen von Dover wurde im Jahr 1595 nach dem Verlust des alten Kais gebaut.";
  expect(await scoreSummary(german, text, [])).toMatchObject({ isInLanguage: false });
  expect(await scoreSummary("", text, [])).toMatchObject({ supported: null, sectionsCovered: 0 });
});
