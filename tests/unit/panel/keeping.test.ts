import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { KeptAnswer } from "../../../lib/history/kept-answer.ts";
import { type Answer, noAnswer } from "../../../lib/panel/answer.ts";
import type { Exchange } from "../../../lib/panel/asking.ts";
import { keepAnswers, type KeepingSurroundings } from "../../../lib/panel/keeping.ts";
import type { Reading } from "../../../lib/panel/reading.ts";
import { read, stats } from "../components/samples.ts";
import { loadedModel } from "../engine/scripted-worker.ts";

const started = { model: loadedModel, readPassages: 1, totalPassages: 1 };
const whole = (text: string) =>
  ({ kind: "complete", started, text, ending: "complete", stats }) as const;

function open(surroundings: Partial<KeepingSurroundings> = {}) {
  const kept: KeptAnswer[] = [];
  const panel = {
    answer: signal<Answer>(noAnswer),
    reading: signal<Reading>({ kind: "read", ...read }),
  };
  const asking = { exchanges: signal<readonly Exchange[]>([]) };
  keepAnswers(
    {
      readSettings: async () => ({ isOn: true, exceptedSites: [] }),
      isPrivate: async () => false,
      keep: async (answer) => void kept.push(answer),
      ...surroundings,
    },
    panel,
    asking,
  );
  /** Once all that was told before has been looked at. */
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { kept, panel, asking, settled };
}

test("a whole summary is kept with its page, as text, once", async () => {
  const { kept, panel, settled } = open();
  panel.answer.value = whole("- **The moon** pulls");
  await settled();
  const { title, url } = read.page;
  expect(kept).toMatchObject([{ question: null, text: "• The moon pulls", title, url }]);
});

test("an answer is kept with its question, and not again when the page is read anew", async () => {
  const { kept, asking, settled } = open();
  const first = { question: "What pulls?", answer: whole("The moon.") };
  asking.exchanges.value = [first];
  asking.exchanges.value = [];
  asking.exchanges.value = [first];
  asking.exchanges.value = [first, { question: "And?", answer: whole("The sun.") }];
  await settled();
  expect(kept.map(({ question, text }) => [question, text])).toEqual([
    ["What pulls?", "The moon."],
    ["And?", "The sun."],
  ]);
});

test.each<[string, Partial<KeepingSurroundings>]>([
  ["while history is off", { readSettings: async () => ({ isOn: false, exceptedSites: [] }) }],
  [
    "of a site that is excepted",
    {
      readSettings: async () => ({ isOn: true, exceptedSites: ["sea.example"] }),
    },
  ],
  ["in a private window", { isPrivate: async () => true }],
])("nothing is kept %s", async (_, surroundings) => {
  const { kept, panel, asking, settled } = open(surroundings);
  panel.answer.value = whole("The moon pulls.");
  asking.exchanges.value = [{ question: "What pulls?", answer: whole("The moon.") }];
  await settled();
  expect(kept).toEqual([]);
});

const unfinished: Exclude<Answer, { kind: "none" }>[] = [
  { kind: "streaming", started, text: "The mo" },
  { kind: "stopped", text: "The mo" },
  { kind: "failed", text: "The mo", error: { code: "unexpected", message: "", facts: {} } },
  whole(""),
  { ...whole("The moon pulls the"), ending: "length" },
  { ...whole("The moon the moon"), ending: "loop" },
];

test.each(unfinished)("what is not whole, or says nothing, is not kept: $kind", async (answer) => {
  const { kept, panel, asking, settled } = open();
  panel.answer.value = answer;
  asking.exchanges.value = [{ question: "What pulls?", answer: { ...answer } }];
  await settled();
  expect(kept).toEqual([]);
});
