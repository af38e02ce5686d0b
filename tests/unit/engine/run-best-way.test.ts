import { describe, expect, test } from "vitest";
import type { Job, JobEvent } from "../../../lib/engine/engine.ts";
import { runJob } from "../../../lib/engine/run-job.ts";
import { sayingModel } from "./saying-model.ts";
import { job, loadedModel } from "./scripted-worker.ts";

const never = new AbortController().signal;
const slow = { read: 75, write: 18 };
const quick = { read: 5_000, write: 500 };

/** Chapters of a heading and ten passages, of fifty words each. */
function chapters(count: number) {
  const chapter = (at: number) => [
    `Chapter ${at}`,
    ...Array.from({ length: 10 }, (_, of) => `P${at}-${of} ${"and so on ".repeat(16)}end.`),
  ];
  return {
    title: "A long page",
    language: "en",
    passages: Array.from({ length: count }, (_, at) => chapter(at)).flat(),
    headings: Array.from({ length: count }, (_, at) => at * 11),
  };
}

/** Answers with the names of the passages that are in its prompt. */
const naming = (contextTokens?: number) =>
  sayingModel(
    (page) => (page.match(/P\d+-0|N\d+/g) ?? []).join(" ").concat(" told."),
    contextTokens,
  );

async function run(given: Partial<Job>, speed = slow, model = naming()) {
  const events: JobEvent[] = [];
  const work = {
    job: { ...job, ...given },
    model: loadedModel,
    languageModel: model.languageModel,
  };
  await runJob({ ...work, speed }, (event) => events.push(event), never);
  const of = <K extends JobEvent["kind"]>(kind: K) =>
    events.filter((event): event is Extract<JobEvent, { kind: K }> => event.kind === kind);
  return { of, way: of("started")[0]?.way, chats: model.chats };
}

/** The passages in the prompts that were read, without those that only measure. */
const passagesIn = (chats: readonly string[]) =>
  chats.flatMap((chat) => chat.match(/P\d+-\d+ and/g) ?? []);

test("a page that fits is read whole, its headings marked", async () => {
  const { way, of, chats } = await run({ text: chapters(2) });
  expect(way).toEqual({ kind: "whole" });
  expect(chats.at(-1)).toContain("\n## Chapter 1\nP1-0");
  expect(of("note")).toEqual([]);
});

test("of a long page on a slow machine, passages of every section are read, and how long all would take is told", async () => {
  const { way, of, chats } = await run({ text: chapters(12) });
  expect(way).toEqual({
    kind: "selection",
    fullSeconds: expect.any(Number),
    heardSections: 12,
    totalSections: 12,
  });
  const read = passagesIn(chats.slice(-1));
  expect(new Set(read.map((name) => name.split("-")[0])).size).toBe(12);
  const { readPassages = 0, totalPassages } = of("started")[0] ?? {};
  expect(readPassages).toBe(read.length + (chats.at(-1)?.match(/^## /gm) ?? []).length);
  expect(totalPassages).toBe(12 * 11);
});

describe("read part by part", () => {
  const text = chapters(12);

  test("each passage is read once, and nothing is left out", async () => {
    const { way, of, chats } = await run({ text, readsAll: true });
    const parts = of("note").length;
    expect(way).toEqual({ kind: "parts", totalParts: parts });
    expect(parts).toBeGreaterThan(3);
    expect(passagesIn(chats).length).toBe(120);
    expect(new Set(passagesIn(chats)).size).toBe(120);
    expect(of("part").map(({ number }) => number)).toEqual(of("note").map((_, at) => at + 1));
  });

  test("the answer is made of the notes, under the page's own headings", async () => {
    const { of, chats } = await run({ text, readsAll: true });
    const last = chats.at(-1) ?? "";
    for (const { heading, text: note } of of("note"))
      expect(last).toContain(`## ${heading}\n${note}`);
    expect(of("done")[0]?.text).toMatch(/^P0-0 .*P11-0 told\.$/);
  });

  test("is what a quick machine does unasked", async () => {
    const { way } = await run({ text }, quick);
    expect(way?.kind).toBe("parts");
  });

  test("goes on after the parts that are done, and tells them again", async () => {
    const whole = (await run({ text, readsAll: true })).of("note");
    const notes = { totalParts: whole.length, texts: whole.slice(0, 2).map(({ text }) => text) };
    const { of, chats } = await run({ text, notes });
    expect(of("note")).toEqual(whole);
    expect(of("part")[0]?.number).toBe(3);
    expect(passagesIn(chats)).not.toContain("P0-0 and");
  });

  test("begins anew where the text makes another number of parts", async () => {
    const { of } = await run({ text, readsAll: true, notes: { totalParts: 99, texts: ["Old."] } });
    expect(of("part")[0]?.number).toBe(1);
    expect(of("note").map((note) => note.text)).not.toContain("Old.");
  });

  test("notes that are too many for a prompt are noted in turn", async () => {
    const { of, chats } = await run({ text: chapters(120), readsAll: true }, slow, naming(1024));
    expect(of("note").length).toBeGreaterThan(60);
    expect(of("done")[0]?.text).toMatch(/^P0-0 .*told\.$/);
    for (const chat of chats) expect(chat.split(/\s+/).length).toBeLessThan(1024);
  });

  test("a passage that is longer than a prompt is read in parts as well", async () => {
    const passage = Array.from(
      { length: 300 },
      (_, at) => `N${at} is a sentence of ten words or so, no more.`,
    );
    const { of, chats } = await run({
      text: { title: "", language: "en", passages: [passage.join(" ")] },
      readsAll: true,
    });
    expect(of("note").length).toBeGreaterThan(1);
    const read = chats.slice(0, -1).flatMap((chat) => chat.match(/N\d+ is/g) ?? []);
    expect(new Set(read).size).toBe(300);
  });

  test("prompts grow in number with the page and not in length", async () => {
    const cost = async (count: number) => {
      const { of } = await run({ text: chapters(count), readsAll: true });
      return of("done")[0]?.stats.promptTokens ?? 0;
    };
    const [short, long] = [await cost(20), await cost(200)];
    expect(long / short).toBeGreaterThan(9);
    expect(long / short).toBeLessThan(11.5);
  });
});
