import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { type AskSurroundings, createAsking } from "../../../lib/panel/asking.ts";
import type { ReadPage, Reading } from "../../../lib/panel/reading.ts";
import { read, stats } from "../components/samples.ts";
import { loadedModel } from "../engine/scripted-worker.ts";
import { ScriptedEngine } from "./scripted-engine.ts";

const chosen = {
  modelId: "local/m",
  settings: { device: "auto", threads: null, idleMinutes: 5 },
} as const;
const started = { kind: "started", model: loadedModel, readPassages: 1, totalPassages: 1 } as const;
const thisPage: Reading = { kind: "read", ...read };
const otherPage: Reading = { ...thisPage, page: { ...read.page, url: "https://a.example/" } };

function open(surroundings: Partial<AskSurroundings> = {}, reading: Reading = thisPage) {
  const engine = new ScriptedEngine();
  const readTabs: number[] = [];
  const panel = {
    reading: signal(reading),
    async read(tabId: number): Promise<ReadPage | null> {
      readTabs.push(tabId);
      panel.reading.value = thisPage;
      return read;
    },
  };
  const asking = createAsking(
    { engine, chooseModel: async () => chosen, answerLanguage: async () => null, ...surroundings },
    panel,
  );
  return { asking, engine, panel, readTabs };
}

/** Asks, and plays the answer to its end. */
async function exchange(
  { asking, engine }: ReturnType<typeof open>,
  question: string,
  text: string,
) {
  const jobs = engine.jobs.length;
  asking.type(question);
  const answering = asking.ask(7);
  await expect.poll(() => engine.jobs.length).toBe(jobs + 1);
  engine.last.tell(started);
  engine.last.tell({ kind: "text", piece: text });
  engine.last.tell({ kind: "done", text, ending: "complete", stats });
  engine.last.end();
  await answering;
}

test("a job is given the page, and the question as the reader's words", async () => {
  const opened = open();
  await exchange(opened, "  What pulls the sea? ", "The moon.");
  const { job } = opened.engine.last;
  expect(job).toMatchObject({ taskId: "ask", instruction: "What pulls the sea?" });
  expect(job.text.passages).toEqual(read.page.passages.map(({ text }) => text));
  expect(job.text.earlier).toEqual([[]]);
  expect(opened.asking.typed.value).toBe("");
  expect(opened.asking.exchanges.value).toMatchObject([
    { question: "What pulls the sea?", answer: { kind: "complete", text: "The moon." } },
  ]);
});

test("a second question is given the one before, briefly, and stands below it", async () => {
  const opened = open();
  await exchange(opened, "What pulls the sea?", "The moon. ".repeat(90));
  await exchange(opened, "And why?", "The page does not say.");
  const [earlier = ""] = opened.engine.last.job.text.earlier?.[0] ?? [];
  expect(earlier).toMatch(/^What pulls the sea\?\nThe moon\./);
  expect(earlier.length).toBeLessThan(400);
  expect(opened.asking.exchanges.value.map(({ question }) => question)).toEqual([
    "What pulls the sea?",
    "And why?",
  ]);
});

test("what is typed stays where the page cannot be read", async () => {
  const { asking, panel } = open({}, { kind: "none" });
  panel.read = async () => null;
  asking.type("Why?");
  await asking.ask(7);
  expect(asking.typed.value).toBe("Why?");
});

test("what is typed stays while another question is answered", async () => {
  const { asking, engine } = open();
  asking.type("Why?");
  void asking.ask(7);
  await expect.poll(() => engine.jobs.length).toBe(1);
  expect(asking.isBusy.value).toBe(true);
  asking.type("And when?");
  await asking.ask(7);
  expect(asking.typed.value).toBe("And when?");
  expect(engine.jobs).toHaveLength(1);
});

test("a page is read for a question where none was, and nothing else is asked of it", async () => {
  const opened = open({}, { kind: "none" });
  await exchange(opened, "Why?", "The moon.");
  expect(opened.readTabs).toEqual([7]);
  expect(opened.engine.jobs.map(({ job }) => job.taskId)).toEqual(["ask"]);
});

test("an empty question is not asked", async () => {
  const { asking, engine } = open();
  asking.type(" \n");
  await asking.ask(7);
  expect(engine.jobs).toEqual([]);
});

test("Stop keeps what had come, and the question can be asked again", async () => {
  const { asking, engine } = open();
  asking.type("Why?");
  const answering = asking.ask(7);
  await expect.poll(() => engine.jobs.length).toBe(1);
  engine.last.tell(started);
  engine.last.tell({ kind: "text", piece: "The mo" });
  asking.stop();
  await answering;
  expect(asking.exchanges.value).toMatchObject([{ answer: { kind: "stopped", text: "The mo" } }]);
  void asking.askAgain();
  await expect.poll(() => engine.jobs.length).toBe(2);
  expect(engine.last.job.instruction).toBe("Why?");
  expect(asking.exchanges.value).toHaveLength(1);
});

test("a question without a model waits for one", async () => {
  let model: typeof chosen | null = null;
  const { asking, engine } = open({ chooseModel: async () => model });
  asking.type("Why?");
  await asking.ask(7);
  expect(asking.exchanges.value).toMatchObject([{ answer: { kind: "no-model" } }]);
  model = chosen;
  void asking.askAgain();
  await expect.poll(() => engine.jobs.length).toBe(1);
});

test("a failure is told beside its question", async () => {
  const { asking, engine } = open();
  asking.type("Why?");
  const answering = asking.ask(7);
  await expect.poll(() => engine.jobs.length).toBe(1);
  engine.last.fail("out-of-memory");
  await answering;
  expect(asking.exchanges.value).toMatchObject([
    { question: "Why?", answer: { kind: "failed", error: { code: "out-of-memory" } } },
  ]);
});

test("answers about one page are not shown with another", async () => {
  const opened = open();
  await exchange(opened, "What pulls the sea?", "The moon.");
  opened.panel.reading.value = otherPage;
  expect(opened.asking.exchanges.value).toEqual([]);
  await exchange(opened, "Who wrote this?", "The page does not say.");
  expect(opened.asking.exchanges.value).toHaveLength(1);
  expect(opened.engine.last.job.text.earlier).toEqual([[]]);
});
