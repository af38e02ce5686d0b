import { expect, test } from "vitest";
import reply from "../../../lib/tasks/reply.task.ts";

const circumstances = { language: "English", into: null, instruction: "", hasEarlier: false };

test("the points go into the question as the reader's, and never into the instructions", () => {
  const instruction = "Yes to Tuesday";
  const prompt = reply.prompt({}, { ...circumstances, instruction });
  expect(prompt.question).toContain(instruction);
  expect(prompt.instructions).not.toContain(instruction);
  expect(reply.prompt({}, circumstances).question).not.toContain("points");
});

test("the model is told to invent nothing, and what to write instead", () => {
  const { instructions } = reply.prompt({}, circumstances);
  expect(instructions).toMatch(/Never invent a name, number, amount, date/);
  expect(instructions).toContain("[…]");
});

test("speaks of earlier wordings only where there are some", () => {
  const asked = (hasEarlier: boolean) =>
    reply.prompt({}, { ...circumstances, hasEarlier }).question;
  expect(asked(true)).toContain("<earlier>");
  expect(asked(false)).not.toContain("<earlier>");
});
