import { describe, expect, test } from "vitest";
import type { JobEvent } from "../../../lib/engine/engine.ts";
import { runJob } from "../../../lib/engine/run-job.ts";
import { sayingModel } from "./saying-model.ts";
import { job, loadedModel } from "./scripted-worker.ts";

const never = new AbortController().signal;

async function run(
  text: string,
  model: ReturnType<typeof sayingModel>,
  more: { earlier?: string[][]; signal?: AbortSignal; onEvent?: (event: JobEvent) => void } = {},
) {
  const events: JobEvent[] = [];
  const { earlier = [], signal = never, onEvent = () => {} } = more;
  const rewriting = {
    ...job,
    taskId: "rewrite",
    options: { kind: "plainer" },
    text: { title: "", language: "en", passages: text.split("\n"), earlier },
  };
  const work = { job: rewriting, model: loadedModel, languageModel: model.languageModel };
  const take = (event: JobEvent) => {
    events.push(event);
    onEvent(event);
  };
  const error = await runJob(work, take, signal).catch((thrown: unknown) => thrown);
  const of = <K extends JobEvent["kind"]>(kind: K) =>
    events.filter((event): event is Extract<JobEvent, { kind: K }> => event.kind === kind);
  return { events, of, error };
}

const paragraph = (name: string, words: number) =>
  `${name} ${Array.from({ length: words }, (_, i) => `w${i}`).join(" ")}.`;
const long = ["One", "Two", "Three"].map((name) => paragraph(name, 300)).join("\n \n\t");

test("a short text is one part, and its answer keeps the white space around it", async () => {
  const { of } = await run(
    "  Hello there.\n",
    sayingModel((page) => page.toUpperCase()),
  );
  expect(of("part")).toEqual([{ kind: "part", number: 1, totalParts: 1 }]);
  expect(of("done")[0]).toMatchObject({ text: "  HELLO THERE.\n", ending: "complete" });
});

test("a long text is gone through part by part, and put together as it was", async () => {
  const { of } = await run(
    long,
    sayingModel((page) => page.toUpperCase()),
  );
  expect(of("part").map(({ number, totalParts }) => `${number}/${totalParts}`)).toEqual([
    "1/3",
    "2/3",
    "3/3",
  ]);
  expect(of("done")[0]?.text).toBe(long.toUpperCase());
  expect(
    of("part-done")
      .map(({ before }) => before)
      .join(""),
  ).toBe(long);
});

test("each prompt holds its own part and nothing of the others", async () => {
  const model = sayingModel((page) => page);
  await run(long, model);
  const named = model.chats.map((chat) => chat.match(/One|Two|Three/g) ?? []);
  expect(named.filter(({ length }) => length > 0)).toEqual([["One"], ["Two"], ["Three"]]);
});

test("no prompt and answer together are longer than the model can take", async () => {
  const contextTokens = 900;
  const model = sayingModel((page) => `${page} `.repeat(4), contextTokens);
  const { of } = await run(long, model, { earlier: [[paragraph("Old", 500)], ["Old."]] });
  const done = of("done")[0];
  expect(done?.ending).toBe("length");
  expect((done?.stats.promptTokens ?? 0) + (done?.stats.answerTokens ?? 0)).toBeLessThan(
    contextTokens,
  );
});

test("a part that goes round in a loop ends the whole, and the others are not asked for", async () => {
  const { of } = await run(
    long,
    sayingModel((page) => (page.startsWith("Two") ? "la ".repeat(200) : page)),
  );
  expect(of("part")).toHaveLength(2);
  expect(of("part-done").map(({ ending }) => ending)).toEqual(["complete", "loop"]);
  expect(of("done")[0]?.ending).toBe("loop");
});

test("a list of one line again and again comes back as long as it was", async () => {
  const list = "Water the plants on every floor.\n".repeat(9).trim();
  const { of } = await run(
    list,
    sayingModel((page) => page.replaceAll("Water", "Please water")),
  );
  expect(of("done")[0]).toMatchObject({
    text: list.replaceAll("Water", "Please water"),
    ending: "complete",
  });
});

test("stopping between parts leaves those that were done told", async () => {
  const abort = new AbortController();
  const onEvent = (event: JobEvent) => {
    if (event.kind === "part" && event.number === 2) abort.abort();
  };
  const model = sayingModel((page) => page);
  const { of, error } = await run(long, model, { signal: abort.signal, onEvent });
  expect(error).toMatchObject({ name: "AbortError" });
  expect(of("part-done")).toHaveLength(1);
  expect(of("done")).toEqual([]);
});

describe("wordings that the reader wants no more", () => {
  test("stand in the prompt of their own part alone", async () => {
    const model = sayingModel((page) => page);
    await run(long, model, { earlier: [["First try."], [], ["Third try.", "Another."]] });
    const tries = model.chats.map((chat) => chat.match(/First try|Third try|Another/g) ?? []);
    expect(tries.filter(({ length }) => length > 0)).toEqual([
      ["First try"],
      ["Third try", "Another"],
    ]);
  });

  test("are left out where there is no room, the oldest first", async () => {
    const model = sayingModel((page) => page);
    await run("Short.", model, { earlier: [[paragraph("Oldest", 450), paragraph("Newest", 450)]] });
    expect(model.chats.at(-1)).toContain("Newest");
    expect(model.chats.at(-1)).not.toContain("Oldest");
  });
});

test("a model without room for a part says that the text is too long", async () => {
  const { error } = await run(
    "Short.",
    sayingModel((page) => page, 200),
  );
  expect(error).toMatchObject({ code: "text-too-long" });
});
