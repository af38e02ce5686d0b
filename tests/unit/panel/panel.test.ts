// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import {
  type Asked,
  createPanel,
  type PanelSurroundings,
  type Shown,
} from "../../../lib/panel/panel.ts";
import type { PageText } from "../../../lib/text/page-text.ts";
import { loadedModel } from "../engine/scripted-worker.ts";
import { snapshotOf } from "../page/snapshot-of.ts";
import { ScriptedEngine } from "./scripted-engine.ts";

const asked: Asked = { taskId: "summarize", tabId: 7, scope: "page", askedAtMs: 1 };
const chosen = {
  modelId: "local/m",
  settings: { device: "auto", threads: null, idleMinutes: 5 },
} as const;
const started = { kind: "started", model: loadedModel, readPassages: 1, totalPassages: 1 } as const;
const stats = { promptTokens: 9, reusedTokens: 0, answerTokens: 2, prefillMs: 3, decodeMs: 4 };
const done = { kind: "done", text: "The sea.", ending: "complete", stats } as const;

const sentence = (at: number) =>
  `Twice a day the sea climbs wall ${at} of the harbour, waits there, and then goes down again.`;
const page = (first = 1) =>
  snapshotOf([
    "article",
    ["p", `${sentence(first)} ${sentence(first + 1)}`],
    ["p", sentence(first + 2)],
  ]);

const pdf: PageText = {
  title: "Tides",
  byline: null,
  language: "en",
  url: "",
  source: "pdf",
  passages: [{ number: 1, kind: "paragraph", text: sentence(1), place: "", pdfPage: 3 }],
  leftOut: null,
};

function openPanel(surroundings: Partial<PanelSurroundings> = {}) {
  const engine = new ScriptedEngine();
  const shown: Shown[] = [];
  const panel = createPanel({
    engine,
    snapshotTab: async () => page(),
    readPdf: async () => pdf,
    chooseModel: async () => chosen,
    answerLanguage: async () => null,
    optionsFor: async () => ({}),
    onShown: (what) => shown.push(what),
    ...surroundings,
  });
  return { panel, engine, shown };
}

/** A panel with a job that has begun to answer. */
async function openStreaming() {
  const opened = openPanel();
  const running = opened.panel.start(asked);
  await expect.poll(() => opened.engine.jobs.length).toBe(1);
  opened.engine.last.tell(started);
  opened.engine.last.tell({ kind: "text", piece: "The " });
  return { ...opened, running };
}

describe("the draft", () => {
  test("stands before any model has answered, made of the page's own sentences", async () => {
    const { panel, engine, shown } = openPanel();
    const running = panel.start(asked);
    await expect.poll(() => engine.jobs.length).toBe(1);
    const reading = panel.reading.value;
    if (reading.kind !== "read") throw new Error("the page was not read");
    const text = reading.page.passages.map(({ text }) => text).join(" ");
    expect(reading.draft.length).toBeGreaterThan(0);
    for (const { text: sentence } of reading.draft) expect(text).toContain(sentence);
    expect(panel.answer.value.kind).toBe("waiting");
    expect(shown).toEqual(["read", "draft"]);
    engine.last.end();
    await running;
  });

  test("stands without a model, and nothing is asked", async () => {
    const { panel, engine } = openPanel({ chooseModel: async () => null });
    await panel.start(asked);
    expect(panel.reading.value).toMatchObject({ kind: "read", tabId: 7 });
    expect(panel.answer.value.kind).toBe("none");
    expect(engine.jobs).toEqual([]);
  });

  test.each(["out-of-memory", "no-backend"] as const)("stays when the job is %s", async (code) => {
    const { panel, engine, running } = await openStreaming();
    engine.last.fail(code);
    await running;
    expect(panel.reading.value.kind).toBe("read");
    expect(panel.answer.value).toMatchObject({ kind: "failed", text: "The ", error: { code } });
    expect(panel.problem.value).toBeNull();
  });

  test("stays when no model can be chosen because of a failure, which is told", async () => {
    const chooseModel = () => Promise.reject(new AppError("unexpected", "storage broke"));
    const { panel } = openPanel({ chooseModel });
    await panel.start(asked);
    expect(panel.reading.value.kind).toBe("read");
    expect(panel.answer.value).toMatchObject({ kind: "failed", error: { code: "unexpected" } });
  });
});

test("a job is given the page's passages, its title and the language of its text", async () => {
  const { panel, engine } = openPanel();
  void panel.start(asked);
  await expect.poll(() => engine.jobs.length).toBe(1);
  const { job } = engine.last;
  expect(job).toMatchObject({ ...chosen, taskId: "summarize", text: { language: "en" } });
  expect(job.text.passages.join(" ")).toContain(sentence(1));
});

test("the answer streams, completes and tells when it was seen", async () => {
  const { panel, engine, shown, running } = await openStreaming();
  expect(panel.answer.value).toMatchObject({ kind: "streaming", text: "The " });
  engine.last.tell({ kind: "text", piece: "sea." });
  engine.last.tell(done);
  engine.last.end();
  await running;
  expect(panel.answer.value).toMatchObject({ kind: "complete", text: "The sea.", stats });
  expect(shown).toEqual(["read", "draft", "first-text", "answer"]);
});

describe("Stop", () => {
  test("keeps what had come, and what comes late changes nothing", async () => {
    const { panel, engine, running } = await openStreaming();
    panel.stop();
    engine.last.tell({ kind: "text", piece: "late" });
    await running;
    engine.last.tell(done);
    expect(panel.answer.value).toEqual({ kind: "stopped", text: "The " });
    expect(engine.last.signal.aborted).toBe(true);
    expect(panel.reading.value.kind).toBe("read");
  });

  test("while the page is read leaves nothing to wait for, and asks nothing", async () => {
    const snapshot = Promise.withResolvers<unknown>();
    const { panel, engine } = openPanel({ snapshotTab: () => snapshot.promise });
    const running = panel.start(asked);
    expect(panel.reading.value.kind).toBe("reading");
    panel.stop();
    snapshot.resolve(page());
    await running;
    expect(panel.reading.value.kind).toBe("none");
    expect(engine.jobs).toEqual([]);
  });
});

describe("a new start", () => {
  test("takes the old job's place, whose late events and end change nothing", async () => {
    const { panel, engine, running } = await openStreaming();
    const old = engine.last;
    const next = panel.start({ ...asked, tabId: 8 });
    expect(old.signal.aborted).toBe(true);
    expect(panel.answer.value.kind).toBe("none");
    await expect.poll(() => engine.jobs.length).toBe(2);
    await running;
    old.tell({ kind: "text", piece: "old" });
    old.tell(done);
    expect(panel.answer.value.kind).toBe("waiting");
    engine.last.tell(started);
    engine.last.tell({ kind: "text", piece: "new" });
    expect(panel.answer.value).toMatchObject({ kind: "streaming", text: "new" });
    expect(panel.reading.value).toMatchObject({ tabId: 8 });
    engine.last.end();
    await next;
  });

  test("is not undone by an older page that is read later", async () => {
    const slow = Promise.withResolvers<unknown>();
    const pages = [slow.promise, Promise.resolve(page(50))];
    const { panel } = openPanel({
      snapshotTab: () => pages.shift() ?? slow.promise,
      chooseModel: async () => null,
    });
    const first = panel.start(asked);
    await panel.start({ ...asked, tabId: 8 });
    slow.resolve(page());
    await first;
    expect(panel.reading.value).toMatchObject({ kind: "read", tabId: 8 });
  });

  test("after a failure begins clean", async () => {
    const pages = [Promise.resolve(null), Promise.resolve(page())];
    const { panel } = openPanel({
      snapshotTab: () => pages.shift() ?? Promise.resolve(null),
      chooseModel: async () => null,
    });
    await panel.start(asked);
    expect(panel.problem.value).not.toBeNull();
    await panel.start(asked);
    expect(panel.problem.value).toBeNull();
    expect(panel.reading.value.kind).toBe("read");
  });
});

describe("a page that cannot be read", () => {
  test.each([
    ["page-gone", () => Promise.reject(new AppError("page-gone", ""))],
    ["page-not-granted", () => Promise.reject(new AppError("page-not-granted", ""))],
    ["page-forbidden", async () => undefined],
    ["page-empty", async () => snapshotOf(["p", "Hi."])],
  ])("is told by its code %s, and nothing is invented", async (code, snapshotTab) => {
    const { panel, engine, shown } = openPanel({ snapshotTab });
    await panel.start(asked);
    expect(panel.problem.value?.code).toBe(code);
    expect(panel.reading.value).toEqual({ kind: "failed", tabId: 7 });
    expect(panel.answer.value.kind).toBe("none");
    expect(engine.jobs).toEqual([]);
    expect(shown).not.toContain("draft");
  });
});

describe("a PDF", () => {
  test("is read where a tab shows one, and where the reader gives a file", async () => {
    const readPdf = vi.fn(async () => pdf);
    const snapshotTab = async () => ({ ...page(), contentType: "application/pdf" });
    const { panel } = openPanel({ snapshotTab, readPdf, chooseModel: async () => null });
    await panel.start(asked);
    expect(readPdf).toHaveBeenLastCalledWith({ kind: "tab", tabId: 7 }, expect.anything());
    expect(panel.reading.value).toMatchObject({ kind: "read", page: pdf });
    const file = new File([], "tides.pdf");
    await panel.start({ ...asked, file });
    expect(readPdf).toHaveBeenLastCalledWith({ kind: "file", file }, expect.anything());
  });

  test("is told by its code when it cannot be read", async () => {
    const readPdf = () => Promise.reject(new AppError("page-pdf-scan", ""));
    const { panel } = openPanel({ readPdf });
    await panel.start({ ...asked, file: new File([], "scan.pdf") });
    expect(panel.problem.value?.code).toBe("page-pdf-scan");
  });
});

describe("asking again", () => {
  test("asks about the page that was read without reading it again", async () => {
    let reads = 0;
    const snapshotTab = async () => {
      reads += 1;
      return page();
    };
    const { panel, engine } = openPanel({ snapshotTab });
    const running = panel.start(asked);
    await expect.poll(() => engine.jobs.length).toBe(1);
    panel.stop();
    await running;
    void panel.askAgain();
    await expect.poll(() => engine.jobs.length).toBe(2);
    expect(engine.jobs[1]?.job).toEqual(engine.jobs[0]?.job);
    expect(panel.answer.value.kind).toBe("waiting");
    expect(reads).toBe(1);
  });

  test("does nothing when no page was read", async () => {
    const { panel, engine } = openPanel({ snapshotTab: async () => null });
    await panel.askAgain();
    await panel.start(asked);
    await panel.askAgain();
    expect(engine.jobs).toEqual([]);
  });

  test("without a model any more leaves no answer waiting for ever", async () => {
    const models = [chosen, null];
    const { panel, engine } = openPanel({ chooseModel: async () => models.shift() ?? null });
    const running = panel.start(asked);
    await expect.poll(() => engine.jobs.length).toBe(1);
    await panel.askAgain();
    await running;
    expect(panel.answer.value.kind).toBe("none");
  });
});

test("shows what the engine is doing", () => {
  const { panel, engine } = openPanel();
  expect(panel.engine.value).toEqual({ kind: "empty", reason: "not-started" });
  engine.tell({ kind: "ready", model: loadedModel });
  expect(panel.engine.value.kind).toBe("ready");
});

test("an answer is asked for in the reader's language where they chose one, else in the page's", async () => {
  for (const [chosen, asked_] of [
    ["de", "de"],
    [null, "en"],
  ] as const) {
    const { panel, engine } = openPanel({ answerLanguage: async () => chosen });
    void panel.start(asked);
    await expect.poll(() => engine.jobs.length).toBe(1);
    expect(engine.last.job.text.language).toBe(asked_);
  }
});

test("a page can be read without a summary being asked for", async () => {
  const { panel, engine } = openPanel();
  expect(await panel.read(7)).toMatchObject({ tabId: 7 });
  expect(panel.reading.value).toMatchObject({ kind: "read", tabId: 7 });
  expect(panel.answer.value.kind).toBe("none");
  expect(engine.jobs).toEqual([]);
});

test("reading a page gives nothing once something has taken its place", async () => {
  const { panel } = openPanel();
  const [first, second] = [panel.read(7), panel.read(8)];
  expect(await first).toBeNull();
  expect(await second).toMatchObject({ tabId: 8 });
});
