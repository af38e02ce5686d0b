// @vitest-environment node
import { afterAll, describe, expect, test } from "vitest";
import type { JobEvent } from "../../../lib/engine/engine.ts";
import { runJob } from "../../../lib/engine/run-job.ts";
import type { TaskText } from "../../../lib/tasks/task.ts";
import { job, loadedModel } from "../engine/scripted-worker.ts";
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

  test("says to a second question about a page what it says when it has read the page anew", async () => {
    const { model: languageModel } = await models.load(name, "q8");
    const ask = async (text: TaskText, kind: string) => {
      const events: JobEvent[] = [];
      const work = { job: { ...job, text, options: { kind } }, model: loadedModel, languageModel };
      await runJob(work, (event) => events.push(event), new AbortController().signal);
      const last = events.at(-1);
      return last?.kind === "done" ? last : null;
    };
    await ask(tide, "key points");
    const reused = await ask(tide, "short text");
    await ask(textOf("Another page."), "short text");
    const anew = await ask(tide, "short text");
    expect(reused?.stats.reusedTokens).toBeGreaterThan(50);
    expect(anew?.stats.reusedTokens).toBe(0);
    expect(reused?.text).toBe(anew?.text);
    expect(reused?.text).not.toBe("");
  }, 30_000);

  test.each(["q4", "q8"] as const)("answers to what it reads, in %s", async (dtype) => {
    const loaded = await models.load(name, dtype);
    const answers = new Set<string>();
    for (const text of [tide, ...others]) answers.add((await summaryBy(loaded, text)).text);
    expect(answers).not.toContain("");
    expect(answers.size).toBeGreaterThan(1);
  });
});
