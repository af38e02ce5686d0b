import { describe, expect, test } from "vitest";
import rewrite, { rewriteKinds, rewriteTitles } from "../../../lib/tasks/rewrite.task.ts";

const circumstances = { language: "English", into: null, instruction: "", hasEarlier: false };
const kinds = [...rewriteKinds];

test("offers every way that menus name, in their order", () => {
  expect(rewrite.options["kind"]?.choices).toEqual(Object.keys(rewriteTitles));
});

test.each(kinds)("%s is a way, and asks something of its own", (kind) => {
  const { question } = rewrite.prompt({ kind }, circumstances);
  const others = kinds.filter((other) => other !== kind);
  for (const other of others)
    expect(rewrite.prompt({ kind: other }, circumstances).question).not.toBe(question);
});

describe("the question", () => {
  test("holds the reader's own words, and the instructions do not", () => {
    const instruction = "Make it rhyme";
    const prompt = rewrite.prompt({ kind: "own" }, { ...circumstances, instruction });
    expect(prompt.question).toContain(instruction);
    expect(prompt.instructions).not.toContain(instruction);
  });

  test("speaks of earlier wordings only where there are some", () => {
    const asked = (hasEarlier: boolean) =>
      rewrite.prompt({ kind: "plainer" }, { ...circumstances, hasEarlier }).question;
    expect(asked(true)).toContain("<earlier>");
    expect(asked(false)).not.toContain("<earlier>");
  });

  test("names the language, or says that it is the text's", () => {
    const asked = (language: string | null) =>
      rewrite.prompt({ kind: "plainer" }, { ...circumstances, language }).question;
    expect(asked("German")).toMatch(/Write in German\.$/);
    expect(asked(null)).toMatch(/Write in the text's language\.$/);
  });
});
