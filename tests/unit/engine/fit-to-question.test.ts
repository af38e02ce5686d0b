import { expect, test } from "vitest";
import { fitToQuestion } from "../../../lib/engine/fit-to-question.ts";

const model = { countTokens: (text: string) => text.split(" ").length };
const filler = (about: string) =>
  Array.from({ length: 40 }, (_, i) => `${about} ${i}: ${"plain words follow here ".repeat(9)}`);

test("what stands under a heading that the question names is read, whatever its own words", () => {
  const told = [
    "Some people feel sick for an hour.",
    "A few sleep badly in the first week.",
    "Hardly anyone has a rash.",
  ];
  const passages = [
    "Dose",
    ...filler("Dose"),
    "Side effects",
    ...told,
    "Storage",
    ...filler("Shelf"),
  ];
  const headings = [0, 41, 45];
  const fitted = fitToQuestion({ passages, headings }, "What are the side effects?", {
    model,
    budgetTokens: 26,
  });
  expect(fitted.map((index) => passages[index])).toEqual(["Side effects", ...told]);
});
