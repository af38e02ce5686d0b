// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ReadPassages } from "../../../components/ReadPassages.tsx";
import { type AnswerEvidence, backAnswer } from "../../../lib/panel/answer-evidence.ts";
import type { Place } from "../../../lib/panel/showing-passage.ts";
import { indexPage } from "../../../lib/text/evidence/page-index.ts";
import type { PageText } from "../../../lib/text/page-text.ts";
import { button, draw, drawn } from "./draw.ts";
import { noPlaces, page, passages } from "./samples.ts";

async function drawOpen(
  page: PageText,
  evidence: AnswerEvidence | null = null,
  places = noPlaces,
): Promise<HTMLElement> {
  const root = draw(<ReadPassages {...{ page, evidence, places }} />);
  const details = root.querySelector("details");
  if (details) details.open = true;
  details?.dispatchEvent(new Event("toggle"));
  await drawn();
  return root;
}

test("draws no passage before it is opened", () => {
  expect(
    draw(<ReadPassages page={page} evidence={null} places={noPlaces} />).querySelector("li"),
  ).toBeNull();
});

test("shows each passage with its number and nothing but its text", async () => {
  const items = [...(await drawOpen(page)).querySelectorAll("li")];
  expect(items.map(({ textContent }) => textContent)).toEqual(passages.map(({ text }) => text));
  expect(items.map((item) => item.dataset.passageNumber)).toEqual(["1", "2", "3", "4", "5", "6"]);
});

test("shows the first 500 of very many, and all on a click", async () => {
  const many = Array.from({ length: 620 }, (_, index) => ({
    number: index + 1,
    kind: "paragraph" as const,
    text: `Passage ${index + 1}`,
    place: "",
  }));
  const root = await drawOpen({ ...page, passages: many });
  expect(root.querySelectorAll("li")).toHaveLength(500);
  button(root, "Show all 620 passages")?.click();
  await drawn();
  expect(root.querySelectorAll("li")).toHaveLength(620);
  expect(button(root, "Show all 620 passages")).toBeUndefined();
});

test("leads from a passage to the sentences that rest on it", async () => {
  const index = indexPage(page.passages, "en");
  const answer = "The moon pulls the sea. Time and tide wait for no man.";
  const evidence = backAnswer(answer, { passages: page.passages, index, language: null });
  const asked: number[] = [];
  const onShow = ({ passageNumber }: Place) => asked.push(passageNumber);
  const root = await drawOpen(page, evidence, { ...noPlaces, onShow });
  const buttons = [...root.querySelectorAll("button")];
  expect(buttons.map((each) => [each.closest("li")?.value, each.textContent])).toEqual([
    [2, "1 sentence rests on this"],
    [3, "1 sentence rests on this"],
  ]);
  buttons[1]?.click();
  expect(asked).toEqual([3]);
});
