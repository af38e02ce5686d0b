// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ReadPassages } from "../../../components/ReadPassages.tsx";
import { button, draw, drawn } from "./draw.ts";
import { page, passages } from "./samples.ts";

async function drawOpen(page: Parameters<typeof ReadPassages>[0]["page"]): Promise<HTMLElement> {
  const root = draw(<ReadPassages page={page} />);
  const details = root.querySelector("details");
  if (details) details.open = true;
  details?.dispatchEvent(new Event("toggle"));
  await drawn();
  return root;
}

test("draws no passage before it is opened", () => {
  expect(draw(<ReadPassages page={page} />).querySelector("li")).toBeNull();
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
