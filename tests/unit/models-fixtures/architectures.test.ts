// @vitest-environment node
import { afterAll, describe, expect, test } from "vitest";
import {
  architectureNames,
  ModelsFolder,
  readingInSteps,
  summaryBy,
} from "./architecture-models.ts";

const tide = textOf("The moon pulls the sea.", "The tide turned at 4:20.");
const others = [
  textOf("The moon pulls the sea.", "The library lends what it cannot sell."),
  textOf("The bridge was closed after engineers found cracks in one of the girders."),
  textOf("Dig a hole that is twice as wide as the roots.", "Give the tree plenty of water."),
  textOf("More than half of the ice was lost during the last twenty years."),
];

function textOf(...passages: string[]) {
  return { title: "A page", language: "en", passages };
}

const models = new ModelsFolder();
afterAll(() => models.remove());

describe.each(architectureNames)("%s", (name) => {
  test.each([3, 50])(
    "answers as from one pass when it reads %i tokens at a time, so its state is whole",
    async (stepTokens) => {
      const loaded = await models.load(name, "q4");
      const { sure } = await summaryBy(loaded, tide);
      const { text } = await summaryBy(readingInSteps(loaded, stepTokens), tide);
      expect(text.slice(0, sure.length)).toBe(sure);
    },
    30_000,
  );

  test.each(["q4", "q8"] as const)("answers to what it reads, in %s", async (dtype) => {
    const loaded = await models.load(name, dtype);
    const answers = new Set<string>();
    for (const text of [tide, ...others]) answers.add((await summaryBy(loaded, text)).text);
    expect(answers).not.toContain("");
    expect(answers.size).toBeGreaterThan(1);
  });
});
