import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { ReplaceOutcome } from "../../../lib/page/rewrite-target.ts";
import { createProofreading, type ProofreadSurroundings } from "../../../lib/panel/proofreading.ts";
import type { Subject } from "../../../lib/panel/selection.ts";
import type { Suggestion } from "../../../lib/text/suggestion.ts";

const frame = { documentId: "d", frameId: 0 };
const place = { path: [], field: "textarea", start: 0, end: 9, before: "", after: "" };
const text = "I recieved the the cake.";
const suggestions: Suggestion[] = [
  { start: 2, end: 10, corrections: ["received", "relieved"], reason: "spelling" },
  { start: 11, end: 18, corrections: ["the"], reason: "repeated" },
];

const selected = (text: string, language: string | null = "en"): Subject => ({
  kind: "selected",
  tabId: 7,
  target: { kind: "replaceable", text, place, frame },
  language,
  page: { title: "Mail", url: "http://mail.example/" },
});

function open(surroundings: Partial<ProofreadSurroundings> = {}) {
  const field = { text };
  const swap = (from: string, to: string): ReplaceOutcome => {
    if (field.text !== from) return { kind: "refused", reason: "changed" };
    field.text = to;
    return { kind: "replaced" };
  };
  const proofread = vi.fn<ProofreadSurroundings["proofread"]>(async () => suggestions);
  const subject = signal<Subject>({ kind: "none" });
  const wanted = signal<{ kind: string } | null>(null);
  const stop = vi.fn();
  const proofreading = createProofreading(
    {
      proofread,
      uiLanguage: "en-GB",
      replaceTarget: async (_tabId, target, to) => swap(target.text, to),
      undoReplace: async (_tabId, target, to) => swap(to, target.text),
      ...surroundings,
    },
    { subject, wanted, stop },
  );
  const start = async (what = selected(text)) => {
    subject.value = what;
    wanted.value = { kind: "proofread" };
    await expect.poll(() => proofreading.draft.value.kind).not.toBe("reading");
  };
  const after = () => {
    const { value } = proofreading.draft;
    return value.kind === "read" ? value.result.after : null;
  };
  return { proofreading, proofread, subject, wanted, stop, field, start, after };
}

describe("suggestions are made", () => {
  test("of the selection, in the reader's English", async () => {
    const { proofread, start, after } = open();
    await start();
    expect(proofread.mock.calls.map(([question]) => question)).toEqual([
      { text, dialect: "british" },
    ]);
    expect(after()).toBe(text);
  });

  test("of a text too short to tell its language, where the reader's is English", async () => {
    const { proofread, start } = open();
    await start(selected(text, null));
    expect(proofread).toHaveBeenCalledOnce();
  });

  test.each([
    ["another language", selected("Ich habe es bekommen.", "de"), "proofread"],
    ["nothing to read", selected(" "), "proofread"],
    ["another way to rewrite", selected(text), "plainer"],
  ])("never of %s", async (_, subject, kind) => {
    const opened = open();
    opened.subject.value = subject;
    opened.wanted.value = { kind };
    expect(opened.proofreading.draft.value.kind).toBe("none");
    expect(opened.proofread).not.toHaveBeenCalled();
  });

  test("and where they fail, the model has the word", async () => {
    const { proofreading, start } = open({ proofread: () => Promise.reject(new Error("broke")) });
    await start();
    expect(proofreading.draft.value).toEqual({ kind: "none" });
  });

  test("and are ended and forgotten when the reader turns to something else", async () => {
    const signals: AbortSignal[] = [];
    const { proofreading, subject, wanted } = open({
      proofread: (_question, signal) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    subject.value = selected(text);
    wanted.value = { kind: "proofread" };
    wanted.value = { kind: "plainer" };
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(proofreading.draft.value.kind).toBe("none");
  });
});

describe("what is accepted", () => {
  test("makes the text, one by one, and can be taken back", async () => {
    const { proofreading, start, after } = open();
    await start();
    proofreading.decide(0, "relieved");
    expect(after()).toBe("I relieved the the cake.");
    proofreading.decide(0, "received");
    expect(after()).toBe("I received the the cake.");
    proofreading.decide(0, "received");
    expect(after()).toBe(text);
  });

  test("all at once, is all but what was dismissed or chosen before", async () => {
    const { proofreading, start, after } = open();
    await start();
    proofreading.decide(0, "relieved");
    proofreading.acceptAll();
    expect(after()).toBe("I relieved the cake.");
    proofreading.decide(1, null);
    proofreading.acceptAll();
    expect(after()).toBe("I relieved the the cake.");
  });

  test("replaces the selection, stays as it is then, and is undone", async () => {
    const { proofreading, start, field } = open();
    await start();
    await proofreading.replace();
    expect(field.text).toBe(text); // nothing is accepted
    proofreading.acceptAll();
    await proofreading.replace();
    expect(field.text).toBe("I received the cake.");
    proofreading.decide(0, null);
    await proofreading.undo();
    expect(field.text).toBe(text);
  });

  test("ends what the model writes of the old text, once that is replaced", async () => {
    const { proofreading, start, stop, field } = open();
    await start();
    proofreading.acceptAll();
    field.text = "Something else.";
    await proofreading.replace();
    expect(stop).not.toHaveBeenCalled(); // it was refused
    field.text = text;
    await proofreading.replace();
    expect(stop).toHaveBeenCalledOnce();
  });

  test("does not replace a text that has changed meanwhile", async () => {
    const { proofreading, start, field } = open();
    await start();
    proofreading.acceptAll();
    field.text = "Something else.";
    await proofreading.replace();
    expect(field.text).toBe("Something else.");
    expect(proofreading.replacement.value).toMatchObject({ kind: "refused", reason: "changed" });
  });
});
