import { expect, test } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import { createReplying, type ReplySurroundings } from "../../../lib/panel/replying.ts";
import { selected, stats } from "../components/samples.ts";
import { loadedModel } from "../engine/scripted-worker.ts";
import { ScriptedEngine } from "./scripted-engine.ts";

const chosen = {
  modelId: "local/m",
  settings: { device: "auto", threads: null, idleMinutes: 5 },
} as const;
const frame = { documentId: "d", frameId: 0 };
const message = "Shall we meet on Tuesday at 4:20, and who else is going to come along with us?";
const started = { kind: "started", model: loadedModel, readPassages: 1, totalPassages: 1 } as const;

function open(surroundings: Partial<ReplySurroundings> = {}, text = message) {
  const engine = new ScriptedEngine();
  const replying = createReplying({
    engine,
    chooseModel: async () => chosen,
    readTarget: async () => ({ kind: "copy-only", text, reason: "not-editable", frame }),
    namePage: async () => selected.page,
    ...surroundings,
  });
  return { replying, engine };
}

/** Waits for the job of a number and plays it to its end. */
async function play(engine: ScriptedEngine, text: string, jobNumber = 1) {
  await expect.poll(() => engine.jobs.length).toBe(jobNumber);
  const { last } = engine;
  last.tell(started);
  last.tell({ kind: "text", piece: text });
  last.tell({ kind: "done", text, ending: "complete", stats });
  last.end();
}

async function openDrafted(text: string, points = "Yes to Tuesday") {
  const opened = open();
  const drafting = opened.replying.start(7, points);
  await play(opened.engine, text);
  await drafting;
  return opened;
}

test("waits for points where they are still to be typed, and may be given none", async () => {
  const { replying, engine } = open();
  await replying.start(7, null);
  expect(replying.subject.value).toMatchObject({ kind: "selected", language: "en" });
  expect(engine.jobs).toEqual([]);
  void replying.draft(" ");
  await expect.poll(() => engine.jobs.length).toBe(1);
  expect(engine.last.job).toMatchObject({ taskId: "reply", instruction: "" });
});

test("a job is given the message, and the points as the reader's words", async () => {
  const { replying, engine } = open({}, `${message}\n\nAnn`);
  void replying.start(7, " Yes to Tuesday ");
  await expect.poll(() => engine.jobs.length).toBe(1);
  const { text, ...job } = engine.last.job;
  expect(job).toMatchObject({ ...chosen, taskId: "reply", instruction: "Yes to Tuesday" });
  expect(text.passages.join("\n")).toContain(message);
  expect(text.passages.join("\n")).not.toContain("Yes to Tuesday");
});

test("a long message is told in pieces that a prompt can choose from, and all of it", async () => {
  const sentence = "The moon pulls the sea, and twice a day it climbs the wall of the harbour. ";
  const { replying, engine } = open({}, sentence.repeat(40).trim());
  void replying.start(7, "");
  await expect.poll(() => engine.jobs.length).toBe(1);
  const { passages } = engine.last.job.text;
  expect(passages.length).toBeGreaterThan(3);
  expect(Math.max(...passages.map(({ length }) => length))).toBeLessThanOrEqual(600);
  expect(passages.join(" ")).toBe(sentence.repeat(40).trim());
});

test("what streams is shown, and what a model says before its reply is taken off", async () => {
  const { replying, engine } = open();
  const drafting = replying.start(7, "");
  await expect.poll(() => engine.jobs.length).toBe(1);
  engine.last.tell(started);
  engine.last.tell({ kind: "text", piece: "Sure, here is a reply:\n\nYes" });
  expect(replying.reply.value).toMatchObject({ kind: "streaming" });
  const text = "Sure, here is a reply:\n\nYes, gladly.";
  engine.last.tell({ kind: "done", text, ending: "complete", stats });
  engine.last.end();
  await drafting;
  expect(replying.reply.value).toMatchObject({ kind: "complete", text: "Yes, gladly." });
});

test("what neither the message nor the points say is told", async () => {
  const { replying } = await openDrafted(
    "Yes, Tuesday at 4:20. Bring the 30 euros, and 500 euros for the boat.",
    "Yes. Bring 30 euros.",
  );
  expect(replying.invented.value.map(({ text }) => text)).toEqual(["500 euros"]);
});

test("trying again tells which replies the reader has seen, and when one comes again", async () => {
  const { replying, engine } = await openDrafted("Yes, gladly.");
  expect(replying.isRepeated.value).toBe(false);
  const again = replying.tryAgain();
  await play(engine, "Yes, gladly.", 2);
  await again;
  expect(engine.last.job.text.earlier).toEqual([["Yes, gladly."]]);
  expect(engine.last.job.instruction).toBe("Yes to Tuesday");
  expect(replying.isRepeated.value).toBe(true);
});

test("other points are another reply, which need not differ from the one before", async () => {
  const { replying, engine } = await openDrafted("Yes, gladly.");
  void replying.draft("No");
  await expect.poll(() => engine.last.job.instruction).toBe("No");
  expect(engine.last.job.text.earlier).toEqual([[]]);
});

test("stopping keeps what has come", async () => {
  const { replying, engine } = open();
  const drafting = replying.start(7, "");
  await expect.poll(() => engine.jobs.length).toBe(1);
  engine.last.tell(started);
  engine.last.tell({ kind: "text", piece: "Yes" });
  replying.stop();
  await drafting;
  engine.last.tell({ kind: "text", piece: " late" });
  expect(replying.reply.value).toEqual({ kind: "stopped", text: "Yes" });
});

test("a new start takes the old one's place, whose late end changes nothing", async () => {
  const { replying, engine } = open();
  void replying.start(7, "");
  await expect.poll(() => engine.jobs.length).toBe(1);
  const old = engine.last;
  void replying.start(7, "");
  await expect.poll(() => engine.jobs.length).toBe(2);
  old.tell(started);
  old.tell({ kind: "text", piece: "old" });
  expect(old.signal.aborted).toBe(true);
  expect(replying.reply.value.kind).toBe("waiting");
});

test("a message that cannot be read is told by its code, with the points kept", async () => {
  const readTarget = () => Promise.reject(new AppError("nothing-selected", ""));
  const { replying, engine } = open({ readTarget });
  await replying.start(7, "Yes to Tuesday");
  const error = { code: "nothing-selected" };
  expect(replying.subject.value).toMatchObject({ kind: "unread", error });
  expect(replying.points.value).toBe("Yes to Tuesday");
  expect(engine.jobs).toEqual([]);
});

test("without a model says so, and drafts once there is one", async () => {
  const models = [null, chosen];
  const { replying, engine } = open({ chooseModel: async () => models.shift() ?? null });
  await replying.start(7, "");
  expect(replying.reply.value).toEqual({ kind: "no-model" });
  void replying.tryAgain();
  await expect.poll(() => engine.jobs.length).toBe(1);
});

test("leaving ends the job and shows nothing any more", async () => {
  const { replying, engine } = open();
  const drafting = replying.start(7, "");
  await expect.poll(() => engine.jobs.length).toBe(1);
  replying.leave();
  await drafting;
  expect(engine.last.signal.aborted).toBe(true);
  expect(replying.subject.value).toEqual({ kind: "none" });
  expect(replying.reply.value).toEqual({ kind: "none" });
});
