// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { BackedAnswer, EvidenceSummary } from "../../../components/BackedAnswer.tsx";
import type { ShowsPassages } from "../../../components/shows-passages.ts";
import { backAnswer } from "../../../lib/panel/answer-evidence.ts";
import type { Place } from "../../../lib/panel/showing-passage.ts";
import { indexPage } from "../../../lib/text/evidence/page-index.ts";
import { draw } from "./draw.ts";
import { noPlaces, page, read } from "./samples.ts";

const passage = {
  number: 7,
  kind: "paragraph" as const,
  text: "Its wall is 421 metres long and rises eleven metres above low water.",
  place: "",
};
const passages = [passage];

const index = indexPage(passages, "en");
const back = (answer: string) => backAnswer(answer, { passages, index, language: null });

function drawBacked(answer: string, places: Partial<ShowsPassages> = {}): HTMLElement {
  return draw(<BackedAnswer evidence={back(answer)} places={{ ...noPlaces, ...places }} />);
}

const marksIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>(".passage-mark")];

test("follows a sentence with a mark that shows its passage", () => {
  const asked: Place[] = [];
  const root = drawBacked("Its wall is **421 metres** long.", {
    onShow: (place) => asked.push(place),
  });
  const [mark] = marksIn(root);
  expect(mark?.getAttribute("aria-label")).toBe("Show in page: passage 7");
  mark?.click();
  expect(asked.map(({ passageNumber }) => passageNumber)).toEqual([7]);
  expect(root.querySelector("p")?.textContent, "as it is copied").toBe(
    "Its wall is 421 metres long.",
  );
});

test("says what differs, and marks the words that do", () => {
  const root = drawBacked("Its **wall is 412** metres long.");
  const doubted = [...root.querySelectorAll(".doubted")].map(({ textContent }) => textContent);
  expect(doubted).toEqual(["412 metres"]);
  expect(root.querySelector(".doubt-note")?.textContent).toBe(
    "differs: the page says “421 metres”",
  );
});

test("says that nothing backs a sentence, which stands as the model wrote it", () => {
  const root = drawBacked("The council bought a helicopter for tourists.");
  expect(root.querySelector(".sentence")?.textContent).toBe(
    "The council bought a helicopter for tourists.",
  );
  expect(root.querySelector(".doubt-note")?.textContent).toBe("nothing on the page backs this");
});

test("marks the sentences that rest on the passage that is shown", () => {
  const shown = { of: { ...read, page }, passage, words: [], outcome: { kind: "shown" } } as const;
  const root = drawBacked("Its wall is 421 metres long. It rises eleven metres. Whales sing.", {
    shown,
  });
  const resting = [...root.querySelectorAll(".resting")].map(({ textContent }) => textContent);
  expect(resting).toEqual(["Its wall is 421 metres long.", "It rises eleven metres."]);
});

test.each([
  ["Its wall is 421 metres long.", "1 of 1 sentence found on the page."],
  ["Its wall is 421 metres long. Whales sing.", "1 of 2 sentences found on the page."],
  ["# Heading", ""],
])("sums up how much was found of %j", (answer, summary) => {
  expect(draw(<EvidenceSummary evidence={back(answer)} />).textContent).toBe(summary);
});

test("says that of an answer in another language only figures were looked for", () => {
  const evidence = backAnswer("Der Rat kaufte Wale.", { passages, index, language: "de" });
  const summary = draw(<EvidenceSummary evidence={evidence} />).textContent;
  expect(summary).toMatch(/another language than the page, so only its figures/);
  const answer = draw(<BackedAnswer evidence={evidence} places={noPlaces} />);
  expect(answer.querySelector(".doubt-note, .passage-mark")).toBeNull();
});
