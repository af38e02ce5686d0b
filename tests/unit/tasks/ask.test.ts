import { expect, test } from "vitest";
import ask from "../../../lib/tasks/ask.task.ts";
import summarize from "../../../lib/tasks/summarize.task.ts";
import { chooseOptions } from "../../../lib/tasks/registry.ts";

const circumstances = { language: "English", into: null, instruction: "", hasEarlier: false };

test("the reader's question goes behind the page, and never into the instructions", () => {
  const instruction = "When does the tide turn?";
  const prompt = ask.prompt({}, { ...circumstances, instruction });
  expect(prompt.question).toContain(instruction);
  expect(prompt.instructions).not.toContain(instruction);
});

test("begins as a summary does, so that a question after one need not read the page again", () => {
  const summary = summarize.prompt(chooseOptions(summarize, {}), circumstances);
  expect(ask.prompt({}, circumstances).instructions).toBe(summary.instructions);
});

test("tells the model what to say where the page says nothing", () => {
  expect(ask.prompt({}, circumstances).instructions).toContain("The page does not say.");
});

test("answers in the language of the question unless the reader chose one", () => {
  expect(ask.prompt({}, { ...circumstances, language: null }).question).toContain(
    "the question's language",
  );
  expect(ask.prompt({}, circumstances).question).toContain("in English");
});
