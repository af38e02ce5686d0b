import { describe, expect, test } from "vitest";
import type { Ending } from "../../../lib/engine/engine.ts";
import { AppError } from "../../../lib/errors.ts";
import type { ReplaceOutcome } from "../../../lib/page/rewrite-target.ts";
import { createRewriting, type RewriteSurroundings } from "../../../lib/panel/rewriting.ts";
import type { Target } from "../../../lib/panel/selection.ts";
import type { OwnTask } from "../../../lib/tasks/own-task.ts";
import type { RewriteWay } from "../../../lib/tasks/rewrite-way.ts";
import { ownTask, selected } from "../components/samples.ts";
import { loadedModel } from "../engine/scripted-worker.ts";
import { ScriptedEngine } from "./scripted-engine.ts";

const chosen = {
  modelId: "local/m",
  settings: { device: "auto", threads: null, idleMinutes: 5 },
} as const;
const frame = { documentId: "d", frameId: 0 };
const place = { path: [], field: "textarea", start: 0, end: 9, before: "", after: "" };
const stats = { promptTokens: 9, reusedTokens: 0, answerTokens: 2, prefillMs: 3, decodeMs: 4 };
const started = { kind: "started", model: loadedModel, readPassages: 1, totalPassages: 1 } as const;

const replaceable = (text: string): Target => ({ kind: "replaceable", text, place, frame });
const text = "The water go up and down.";

/** A field of a page: holds a text, and takes another in its place only while it is unchanged. */
function fieldWith(text: string) {
  const field = { text };
  const swap = (from: string, to: string): ReplaceOutcome => {
    if (field.text !== from) return { kind: "refused", reason: "changed" };
    field.text = to;
    return { kind: "replaced" };
  };
  return { field, swap };
}

function open(surroundings: Partial<RewriteSurroundings> = {}, before = text) {
  const engine = new ScriptedEngine();
  const { field, swap } = fieldWith(before);
  const kept = { ways: [] as RewriteWay[], words: "", tasks: [ownTask] as OwnTask[] };
  const rewriting = createRewriting({
    engine,
    chooseModel: async () => chosen,
    readTarget: async () => replaceable(field.text),
    replaceTarget: async (_tabId, target, to) => swap(target.text, to),
    undoReplace: async (_tabId, target, to) => swap(to, target.text),
    namePage: async () => selected.page,
    ways: {
      readOwnTasks: async () => kept.tasks,
      readLastWay: async () => kept.ways.at(-1) ?? null,
      keepLastWay: async (way) => {
        kept.ways.push(way);
      },
      readLastWords: async () => kept.words,
      keepLastWords: async (words) => {
        kept.words = words;
      },
    },
    ...surroundings,
  });
  return { rewriting, engine, field, kept };
}

/** Waits for the job of a number and plays its parts: what stood there, and what is written. */
async function play(
  engine: ScriptedEngine,
  parts: [before: string, after: string, ending?: Ending][],
  jobNumber = 1,
) {
  await expect.poll(() => engine.jobs.length).toBe(jobNumber);
  const { last } = engine;
  last.tell(started);
  for (const [index, [before, after, ending = "complete"]] of parts.entries()) {
    last.tell({ kind: "part", number: index + 1, totalParts: parts.length });
    last.tell({ kind: "text", piece: after });
    last.tell({ kind: "part-done", before, after, ending });
  }
  last.tell({ kind: "done", text: "", ending: "complete", stats });
  last.end();
}

/** A rewrite that has come to its end. */
async function openEnded(
  before = text,
  after = "The water goes up and down.",
  surroundings: Partial<RewriteSurroundings> = {},
) {
  const opened = open(surroundings, before);
  const running = opened.rewriting.start(7, "plainer");
  await play(opened.engine, [[before, after]]);
  await running;
  return opened;
}

function resultOf({ rewriting }: Pick<ReturnType<typeof open>, "rewriting">) {
  const { value } = rewriting.rewrite;
  if (value.kind !== "ended") throw new Error(`the rewrite is ${value.kind}`);
  return value.result;
}

test("a job is given the selection line by line, the way and the language", async () => {
  const long = `${text}\n\n  The moon pulls the sea, and twice a day it climbs the wall.`;
  const { rewriting, engine } = open({}, long);
  void rewriting.start(7, "plainer");
  await expect.poll(() => engine.jobs.length).toBe(1);
  const { job } = engine.last;
  expect(job).toMatchObject({ ...chosen, taskId: "rewrite", options: { kind: "plainer" } });
  expect(job.text.passages.join("\n")).toBe(long);
  expect(job.text).toMatchObject({ title: "", language: "en", earlier: [] });
  engine.last.end();
});

test("what streams is shown, then what it changes", async () => {
  const { rewriting, engine } = open();
  const running = rewriting.start(7, "plainer");
  await expect.poll(() => engine.jobs.length).toBe(1);
  engine.last.tell(started);
  engine.last.tell({ kind: "part", number: 1, totalParts: 1 });
  engine.last.tell({ kind: "text", piece: "The water " });
  expect(rewriting.rewrite.value).toMatchObject({
    kind: "running",
    progress: { text: "The water " },
  });
  engine.last.tell({
    kind: "part-done",
    before: text,
    after: "The water goes up.",
    ending: "complete",
  });
  engine.last.end();
  await running;
  const result = resultOf({ rewriting });
  expect(result).toMatchObject({ after: "The water goes up.", isOffered: true, cutShort: null });
  const kinds = result?.changes.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["same", "removed", "added"]));
});

describe("the way", () => {
  test("is kept, and is that of a start without one", async () => {
    const opened = await openEnded();
    expect(opened.kept.ways).toEqual(["plainer"]);
    void opened.rewriting.start(7, null);
    await expect.poll(() => opened.engine.jobs.length).toBe(2);
    expect(opened.engine.last.job.options).toEqual({ kind: "plainer" });
  });

  test("is the reader's to say where there was none before", async () => {
    const { rewriting, engine } = open();
    await rewriting.start(7, null);
    expect(rewriting.subject.value.kind).toBe("selected");
    expect(rewriting.wanted.value).toBeNull();
    expect(engine.jobs).toEqual([]);
  });

  test("in the reader's own words waits for them, and asks with them", async () => {
    const { rewriting, engine } = open();
    await rewriting.start(7, "own");
    expect(engine.jobs).toEqual([]);
    await rewriting.askInOwnWords("  ");
    expect(engine.jobs).toEqual([]);
    void rewriting.askInOwnWords(" Make it rhyme ");
    await expect.poll(() => engine.jobs.length).toBe(1);
    expect(engine.last.job).toMatchObject({
      options: { kind: "own" },
      instruction: "Make it rhyme",
    });
  });

  test("of the last time is asked with the words of that time, or waits for new ones", async () => {
    const { rewriting, engine, kept } = open();
    kept.ways.push("own");
    await rewriting.start(7, null);
    expect(rewriting.wanted.value).toEqual({ kind: "own", words: "" });
    expect(engine.jobs).toEqual([]);
    void rewriting.askInOwnWords("Make it rhyme");
    await expect.poll(() => engine.jobs.length).toBe(1);
    void rewriting.start(7, null);
    await expect.poll(() => engine.jobs.length).toBe(2);
    expect(engine.last.job.instruction).toBe("Make it rhyme");
  });

  test("in own words leads to typing, with the words of the last time at hand", async () => {
    const { rewriting, engine, kept } = open();
    kept.words = "Make it rhyme";
    await rewriting.start(7, "own");
    expect(rewriting.wanted.value).toEqual({ kind: "own", words: "" });
    expect(rewriting.lastWords.value).toBe("Make it rhyme");
    expect(engine.jobs).toEqual([]);
  });

  test("in own words loses none of them where nothing is selected", async () => {
    const readTarget = () => Promise.reject(new AppError("nothing-selected", ""));
    const { rewriting } = open({ readTarget });
    await rewriting.start(7, "own", "Make it rhyme");
    expect(rewriting.subject.value.kind).toBe("unread");
    expect(rewriting.lastWords.value).toBe("Make it rhyme");
  });

  test("may be a task of the reader's own, which goes into the job as their words", async () => {
    const { rewriting, engine, kept } = open();
    void rewriting.start(7, { ownTaskId: ownTask.id });
    await expect.poll(() => engine.jobs.length).toBe(1);
    const { job } = engine.last;
    expect(job).toMatchObject({ options: { kind: "own" }, instruction: ownTask.instruction });
    expect(rewriting.wanted.value).toEqual({ kind: "own-task", task: ownTask });
    expect(kept.ways).toEqual([{ ownTaskId: ownTask.id }]);
    expect(kept.words).toBe("");
  });

  test.each([
    ["of the last time", null],
    ["of a menu", { ownTaskId: ownTask.id }],
  ] as const)("%s that is no longer kept is the reader's to say again", async (_what, way) => {
    const { rewriting, engine, kept } = open();
    kept.ways.push({ ownTaskId: ownTask.id });
    kept.tasks = [];
    await rewriting.start(7, way);
    expect(rewriting.subject.value.kind).toBe("selected");
    expect(rewriting.wanted.value).toBeNull();
    expect(engine.jobs).toEqual([]);
  });
});

describe("Replace", () => {
  test("puts the new text in the place of the old, and Undo the old one back", async () => {
    const { rewriting, field } = await openEnded();
    await rewriting.replace();
    expect(field.text).toBe("The water goes up and down.");
    expect(rewriting.replacement.value).toEqual({ kind: "replaced" });
    await rewriting.undo();
    expect(field.text).toBe(text);
    expect(rewriting.replacement.value).toEqual({ kind: "undone" });
  });

  test("is refused when the text has changed meanwhile", async () => {
    const { rewriting, field } = await openEnded();
    field.text = "Something else.";
    await rewriting.replace();
    expect(field.text).toBe("Something else.");
    const refused = { kind: "refused", what: "replace", reason: "changed" };
    expect(rewriting.replacement.value).toEqual(refused);
  });

  test("that fails is told by its code", async () => {
    const replaceTarget = () => Promise.reject(new AppError("page-not-granted", ""));
    const { rewriting } = await openEnded(text, "Other words.", { replaceTarget });
    await rewriting.replace();
    expect(rewriting.replacement.value).toMatchObject({
      kind: "failed",
      error: { code: "page-not-granted" },
    });
  });

  test.each([
    ["empty", " ", "complete"],
    ["a loop", "go go go go", "loop"],
    ["cut", "The water go", "length"],
    ["the same", text, "complete"],
  ] as const)("is not offered when the answer is %s", async (_what, after, ending) => {
    const { rewriting, engine, field } = open();
    const running = rewriting.start(7, "plainer");
    await play(engine, [[text, after, ending]]);
    await running;
    expect(resultOf({ rewriting })?.isOffered ?? false).toBe(false);
    await rewriting.replace();
    expect(field.text).toBe(text);
    expect(rewriting.replacement.value).toEqual({ kind: "none" });
  });
});

test("asks once more before something is changed that should stay, and marks it", async () => {
  const { rewriting, field } = await openEnded(
    "Come at 4:20, says Ann.",
    "Come at 5:30, says Ann.",
  );
  const marked = resultOf({ rewriting })?.changes.filter(({ isMarked }) => isMarked);
  expect(marked?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "removed 4:20",
    "added 5:30",
  ]);
  await rewriting.replace();
  expect(rewriting.replacement.value).toEqual({ kind: "asking" });
  expect(field.text).toContain("4:20");
  rewriting.keepOld();
  expect(rewriting.replacement.value).toEqual({ kind: "none" });
  await rewriting.replace();
  await rewriting.replace();
  expect(field.text).toBe("Come at 5:30, says Ann.");
});

describe("Undo", () => {
  test("does nothing before anything was replaced", async () => {
    const { rewriting, field } = await openEnded();
    await rewriting.undo();
    expect(field.text).toBe(text);
  });

  test("leaves alone what was changed after the replacement", async () => {
    const { rewriting, field } = await openEnded();
    await rewriting.replace();
    field.text += " And the reader went on.";
    await rewriting.undo();
    expect(field.text).toContain("went on");
    expect(rewriting.replacement.value).toMatchObject({ kind: "refused", what: "undo" });
  });
});

describe("a text of several parts", () => {
  const parts: [string, string][] = [
    ["One is bad.\n\n", "One is good.\n"],
    ["Two is bad.\n\n", "Two is good.\n\n"],
    ["Three is bad.", "Three is good."],
  ];
  const whole = parts.map(([before]) => before).join("");

  test("is put together with the paragraphs that it had", async () => {
    const { rewriting, engine } = open({}, whole);
    const running = rewriting.start(7, "plainer");
    await play(engine, parts);
    await running;
    expect(resultOf({ rewriting })?.after).toBe(whole.replaceAll("bad", "good"));
  });

  test("when stopped, keeps what is done and leaves the rest as it was", async () => {
    const { rewriting, engine, field } = open({}, whole);
    const running = rewriting.start(7, "plainer");
    await expect.poll(() => engine.jobs.length).toBe(1);
    const { last } = engine;
    last.tell(started);
    last.tell({ kind: "part", number: 1, totalParts: 3 });
    last.tell({
      kind: "part-done",
      before: "One is bad.\n\n",
      after: "One is good.",
      ending: "complete",
    });
    last.tell({ kind: "part", number: 2, totalParts: 3 });
    last.tell({ kind: "text", piece: "Two is" });
    rewriting.stop();
    await running;
    const result = resultOf({ rewriting });
    expect(result).toMatchObject({
      after: "One is good.\n\nTwo is bad.\n\nThree is bad.",
      cutShort: "stopped",
      doneParts: 1,
      totalParts: 3,
      isOffered: true,
    });
    await rewriting.replace();
    expect(field.text).toBe("One is good.\n\nTwo is bad.\n\nThree is bad.");
  });

  test.each(["loop", "length"] as const)(
    "keeps those before one that ends by %s",
    async (ending) => {
      const { rewriting, engine } = open({}, whole);
      const running = rewriting.start(7, "plainer");
      await play(engine, [
        ["One is bad.\n\n", "One is good."],
        ["Two is bad.\n\n", "Two two", ending],
      ]);
      await running;
      expect(resultOf({ rewriting })).toMatchObject({
        after: "One is good.\n\nTwo is bad.\n\nThree is bad.",
        cutShort: ending === "loop" ? "loop" : "cut",
        doneParts: 1,
      });
    },
  );

  test("one that comes back as it was is no reason to end", async () => {
    const { rewriting, engine } = open({}, whole);
    const running = rewriting.start(7, "plainer");
    await play(engine, [["One is bad.\n\n", "One is bad."], ...parts.slice(1)]);
    await running;
    expect(resultOf({ rewriting })).toMatchObject({
      cutShort: null,
      doneParts: 3,
      isOffered: true,
    });
  });
});

test("stopping a first part shows what came, and does not offer it", async () => {
  const { rewriting, engine } = open();
  const running = rewriting.start(7, "plainer");
  await expect.poll(() => engine.jobs.length).toBe(1);
  engine.last.tell(started);
  engine.last.tell({ kind: "part", number: 1, totalParts: 1 });
  engine.last.tell({ kind: "text", piece: "The water" });
  rewriting.stop();
  await running;
  engine.last.tell({ kind: "text", piece: " late" });
  expect(resultOf({ rewriting })).toMatchObject({ after: "The water", cutShort: "stopped" });
  expect(resultOf({ rewriting })?.isOffered).toBe(false);
});

describe("trying again", () => {
  test("tells which wordings the reader has seen, and keeps to the same text", async () => {
    const { rewriting, engine } = await openEnded(text, "One wording.");
    const again = rewriting.tryAgain();
    await play(engine, [[text, "Another wording."]], 2);
    await again;
    expect(engine.jobs[1]?.job.text.earlier).toEqual([["One wording."]]);
    void rewriting.tryAgain();
    await expect.poll(() => engine.jobs.length).toBe(3);
    expect(engine.last.job.text.earlier).toEqual([["One wording.", "Another wording."]]);
    expect(engine.last.job.text.passages).toEqual([text]);
  });

  test("that gives the same words again says so", async () => {
    const { rewriting, engine } = await openEnded(text, "One wording.");
    const again = rewriting.tryAgain();
    await play(engine, [[text, "One wording."]], 2);
    await again;
    expect(rewriting.rewrite.value).toMatchObject({ kind: "ended", isRepeated: true });
  });

  test("does nothing while the model writes", async () => {
    const { rewriting, engine } = open();
    void rewriting.start(7, "plainer");
    await expect.poll(() => engine.jobs.length).toBe(1);
    await rewriting.tryAgain();
    expect(engine.jobs).toHaveLength(1);
  });
});

describe("a selection that cannot be rewritten", () => {
  test.each(["nothing-selected", "page-forbidden", "text-too-long"] as const)(
    "is told by its code %s",
    async (code) => {
      const readTarget = () => Promise.reject(new AppError(code, ""));
      const { rewriting, engine } = open({ readTarget });
      await rewriting.start(7, "plainer");
      expect(rewriting.subject.value).toMatchObject({ kind: "unread", error: { code } });
      expect(engine.jobs).toEqual([]);
    },
  );

  test("of a protected field asks nothing", async () => {
    const target: Target = { kind: "copy-only", text: "", reason: "protected-field", frame };
    const { rewriting, engine } = open({ readTarget: async () => target });
    await rewriting.start(7, "plainer");
    expect(rewriting.subject.value).toMatchObject({ kind: "selected", target });
    expect(engine.jobs).toEqual([]);
  });

  test("without a model says so, and is asked for once there is one", async () => {
    const models = [null, chosen];
    const { rewriting, engine } = open({ chooseModel: async () => models.shift() ?? null });
    await rewriting.start(7, "plainer");
    expect(rewriting.rewrite.value).toEqual({ kind: "no-model" });
    void rewriting.tryAgain();
    await expect.poll(() => engine.jobs.length).toBe(1);
  });
});

describe("a new start", () => {
  test("takes the old one's place, whose late end changes nothing", async () => {
    const { rewriting, engine } = open();
    const first = rewriting.start(7, "plainer");
    await expect.poll(() => engine.jobs.length).toBe(1);
    const old = engine.last;
    void rewriting.start(7, "shorter");
    await first;
    await expect.poll(() => engine.jobs.length).toBe(2);
    expect(old.signal.aborted).toBe(true);
    old.tell({ kind: "text", piece: "old" });
    expect(rewriting.rewrite.value).toMatchObject({ kind: "running", progress: { text: "" } });
    expect(rewriting.wanted.value?.kind).toBe("shorter");
  });

  test("forgets the wordings of the one before", async () => {
    const { rewriting, engine } = await openEnded();
    void rewriting.start(7, "plainer");
    await expect.poll(() => engine.jobs.length).toBe(2);
    expect(engine.last.job.text.earlier).toEqual([]);
  });
});

test("leaving ends the job and shows nothing any more", async () => {
  const { rewriting, engine } = open();
  const running = rewriting.start(7, "plainer");
  await expect.poll(() => engine.jobs.length).toBe(1);
  rewriting.leave();
  await running;
  expect(engine.last.signal.aborted).toBe(true);
  expect(rewriting.subject.value).toEqual({ kind: "none" });
  expect(rewriting.rewrite.value).toEqual({ kind: "none" });
});
