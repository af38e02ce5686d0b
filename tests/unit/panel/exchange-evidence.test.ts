import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createBackRead } from "../../../lib/panel/answer-evidence.ts";
import type { Exchange } from "../../../lib/panel/asking.ts";
import { createExchangeEvidence } from "../../../lib/panel/exchange-evidence.ts";
import type { Reading } from "../../../lib/panel/reading.ts";
import { page, read, started, stats } from "../components/samples.ts";

const said = page.passages[0]?.text ?? "";

function answered(text: string): Exchange {
  return {
    question: "Why?",
    answer: { kind: "complete", text, started, ending: "complete", stats },
  };
}

function open() {
  const reading = signal<Reading>({ kind: "read", ...read });
  const exchanges = signal<readonly Exchange[]>([]);
  const evidence = createExchangeEvidence({ reading }, { exchanges }, createBackRead());
  return { reading, exchanges, evidence };
}

test("each answer has its own, once it has all its words", async () => {
  const { exchanges, evidence } = open();
  const [first, second] = [answered(said), answered("A whale was seen in 1595.")];
  const growing: Exchange = { question: "?", answer: { kind: "streaming", started, text: said } };
  exchanges.value = [first, growing];
  await expect.poll(() => evidence.value.size).toBe(1);
  exchanges.value = [first, second];
  await expect.poll(() => evidence.value.size).toBe(2);
  expect(evidence.value.get(first.answer)?.foundSentences).toBeGreaterThan(0);
  expect(evidence.value.get(second.answer)?.foundSentences).toBe(0);
});

test("that the page does not say needs no evidence, nor does what is missing", async () => {
  const { exchanges, evidence } = open();
  const backed = answered(said);
  const noModel: Exchange = { question: "Why?", answer: { kind: "no-model" } };
  exchanges.value = [answered("The page does not say."), answered(""), noModel, backed];
  await expect.poll(() => evidence.value.size).toBe(1);
  expect([...evidence.value.keys()]).toEqual([backed.answer]);
});

test("on a page that is read anew it is looked for anew", async () => {
  const { reading, exchanges, evidence } = open();
  exchanges.value = [answered(said)];
  await expect.poll(() => evidence.value.size).toBe(1);
  reading.value = { kind: "read", ...read, page: { ...page, passages: [] } };
  await expect
    .poll(() => [...evidence.value.values()].map(({ foundSentences }) => foundSentences))
    .toEqual([0]);
});
