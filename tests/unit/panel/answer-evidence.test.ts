import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { Answer } from "../../../lib/panel/answer.ts";
import {
  type AnswerEvidence,
  backAnswer,
  createAnswerEvidence,
  createBackRead,
  placesByPassage,
} from "../../../lib/panel/answer-evidence.ts";
import type { Reading } from "../../../lib/panel/reading.ts";
import { indexPage } from "../../../lib/text/evidence/page-index.ts";
import type { Passage } from "../../../lib/text/page-text.ts";
import { page, read, started, stats } from "../components/samples.ts";

const passages: Passage[] = [
  "The harbour of Dover was built in 1595, after the old quay had been lost to the sea.",
  "Its wall is 421 metres long and rises eleven metres above low water.",
].map((text, at) => ({ number: at + 1, kind: "paragraph", text, place: "" }));

const index = indexPage(passages, "en");
const back = (answer: string, language: string | null = null) =>
  backAnswer(answer, { passages, index, language });

const sentencesOf = ({ sentences }: AnswerEvidence) => [...sentences.values()].flat();

test("gives each sentence the passages it rests on, and their words", () => {
  const [first, second] = sentencesOf(
    back(
      "# Dover\n\n- The **harbour** of Dover was built in 1595.\n- Its wall is 421 metres long.",
    ),
  );
  expect(first?.places.map(({ passageNumber }) => passageNumber)).toEqual([1]);
  expect(first?.doubts).toEqual([]);
  const [place] = second?.places ?? [];
  const words = place?.words.map(({ start, end }) => passages[1]?.text.slice(start, end));
  expect(place?.passageNumber).toBe(2);
  expect(words?.join(" ")).toContain("421 metres long");
});

test("leads from a figure that differs to what the page says in its place", () => {
  const [sentence] = sentencesOf(back("Its wall is 412 metres long."));
  expect(sentence?.doubts).toMatchObject([
    { doubt: { kind: "differs", pageText: "421 metres" }, nearest: { passageNumber: 2 } },
  ]);
  const words = sentence?.places[0]?.words ?? [];
  const marked = words.map(({ start, end }) => passages[1]?.text.slice(start, end)).join(" ");
  expect(marked).toContain("421 metres");
});

test("counts as found only what nothing speaks against", () => {
  const answer =
    "The harbour of Dover was built in 1595. Its wall is 412 metres long. The council bought a helicopter for tourists.";
  expect(back(answer)).toMatchObject({ foundSentences: 1, totalSentences: 3 });
});

test("tells for each passage how many sentences rest on it", () => {
  const answer = "The harbour of Dover was built in 1595. The old quay had been lost to the sea.";
  const resting = placesByPassage(back(answer));
  expect([...resting].map(([number, { count }]) => [number, count])).toEqual([[1, 2]]);
});

test("looks for the figures alone of an answer in another language", () => {
  const answer = "Die Mauer ist 421 Meter lang. Der Rat kaufte Wale. Sie ist 412 Meter hoch.";
  const evidence = back(answer, "de");
  expect(evidence.isOtherLanguage).toBe(true);
  expect(sentencesOf(evidence).map(({ places, doubts }) => [places.length, doubts.length])).toEqual(
    [
      [1, 0],
      [0, 0],
      [0, 1],
    ],
  );
});

test("waits for the answer's last word", async () => {
  const reading = signal<Reading>({ kind: "read", ...read, page: { ...page, passages } });
  const text = "The harbour of Dover was built in 1595.";
  const answer = signal<Answer>({ kind: "streaming", started, text });
  const evidence = createAnswerEvidence({ reading, answer }, createBackRead());
  expect(evidence.value).toBeNull();
  answer.value = { kind: "complete", started, text, ending: "complete", stats };
  await vi.waitFor(() =>
    expect(evidence.value).toMatchObject({ foundSentences: 1, totalSentences: 1 }),
  );
  answer.value = { kind: "none" };
  expect(evidence.value).toBeNull();
});
