import { describe, expect, test } from "vitest";
import type { Engine, Job } from "../../../lib/engine/engine.ts";
import { createModelTranslator } from "../../../lib/engine/model-translator.ts";
import type { TranslatedText } from "../../../lib/engine/translator.ts";
import { stats } from "../components/samples.ts";

const settings = { device: "auto", threads: null, idleMinutes: 5 } as const;
const never = new AbortController().signal;

/** Translates by a model that writes what `say` makes of each text. */
function open(say: (text: string) => string, ending: "complete" | "length" = "complete") {
  const jobs: Job[] = [];
  const engine: Pick<Engine, "run"> = {
    async run(job, onEvent) {
      jobs.push(job);
      onEvent({ kind: "done", text: say(job.text.passages.join("\n")), ending, stats });
    },
  };
  const chooseModel = async () => ({ modelId: "local/m", settings });
  const translator = createModelTranslator({ engine, chooseModel });
  const told: [number, TranslatedText][] = [];
  const translate = (...texts: string[]) =>
    translator.translate(
      { texts, from: "en", to: "pl" },
      (index, translated) => told.push([index, translated]),
      never,
    );
  return { translate, jobs, told };
}

const known: Record<string, string> = {
  "The cat sleeps at 4:20.": "Kot śpi o 4:20.",
  "The sea is cold.": "Morze jest zimne.",
};

test("each text is asked for once, in its languages, and told as it comes", async () => {
  const { translate, jobs, told } = open((text) => known[text] ?? "");
  const results = await translate(...Object.keys(known), "The sea is cold.");
  expect(results.map(({ text }) => text)).toEqual([...Object.values(known), "Morze jest zimne."]);
  expect(told).toEqual([...results.entries()]);
  expect(jobs).toHaveLength(2);
  expect(jobs[0]).toMatchObject({ taskId: "translate", into: "pl", text: { language: "en" } });
});

test("what the model says around its translation is taken off", async () => {
  const { translate } = open(() => "Sure, here is the translation:\n\nMorze jest zimne.");
  expect(await translate("The sea is cold.")).toEqual([
    { text: "Morze jest zimne.", isTranslated: true },
  ]);
});

describe("a text stays as it was, and says so, where the model", () => {
  test.each([
    ["loses a number", "The cat sleeps at 4:20.", "Kot śpi."],
    ["writes nothing", "The sea is cold.", " "],
    ["goes on in lines of its own", "The sea is cold.", "Morze jest zimne.\nMorze to woda."],
    [
      "answers in the language that it was to translate from",
      "The cat sees the old bridge and sleeps there every single night.",
      "The cat looks at the old bridge and sleeps there every single night.",
    ],
  ])("%s", async (_, text, answer) => {
    const { translate } = open(() => answer);
    expect(await translate(text)).toEqual([{ text, isTranslated: false }]);
  });

  test("comes to no end", async () => {
    const { translate } = open(() => "Morze jest zimne", "length");
    expect(await translate("The sea is cold.")).toMatchObject([{ isTranslated: false }]);
  });
});

test("what came out wrong is tried once more sentence by sentence", async () => {
  const { translate, jobs } = open((text) => known[text] ?? "Kot śpi.");
  expect(await translate("The cat sleeps at 4:20. The sea is cold.")).toEqual([
    { text: "Kot śpi o 4:20. Morze jest zimne.", isTranslated: true },
  ]);
  expect(jobs).toHaveLength(3);
});

test("a text without words is the same in any language, and asked of nobody", async () => {
  const { translate, jobs } = open(() => "");
  expect(await translate("4:20")).toEqual([{ text: "4:20", isTranslated: true }]);
  expect(jobs).toEqual([]);
});
