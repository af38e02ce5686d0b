import { afterEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { readTarget, replaceTarget } from "../../../lib/browser/rewrite-in-tab.ts";
import type { RewriteTarget } from "../../../lib/page/rewrite-target.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const target: RewriteTarget = {
  kind: "replaceable",
  text: "old",
  place: { path: [], field: "textarea", start: 0, end: 3, before: "", after: "" },
  frame: { documentId: "the document", frameId: 4 },
};

/** Plays the browser's answers to injections; gives where each went. */
function playInjection(answer: () => Promise<unknown>): unknown[] {
  const targets: unknown[] = [];
  vi.spyOn(browser.scripting, "executeScript").mockImplementation((injection) => {
    targets.push(injection.target);
    return answer() as Promise<never>;
  });
  return targets;
}

test("reads all frames, and leaves out those that gave nothing", async () => {
  const { frame, ...selected } = target;
  const reading = { framePath: [], focusedChild: null, selected };
  const targets = playInjection(async () => [
    { frameId: 1, documentId: "another", result: null },
    { ...frame, result: reading },
  ]);
  expect(await readTarget(7)).toEqual(target);
  expect(targets).toEqual([{ tabId: 7, allFrames: true }]);
});

test("writes into the very document that was read", async () => {
  const targets = playInjection(async () => [{ result: { kind: "replaced" } }]);
  expect(await replaceTarget(7, target, "new")).toEqual({ kind: "replaced" });
  const only = { tabId: 7, documentIds: ["the document"] };
  expect(targets).toEqual([only, only]);
});

test("a document that is no longer there is gone", async () => {
  playInjection(() =>
    Promise.reject(new Error("No document with id the document in tab with id 7")),
  );
  expect(await replaceTarget(7, target, "new")).toEqual({ kind: "refused", reason: "gone" });
});

test("never writes where only a copy is offered", async () => {
  const targets = playInjection(async () => []);
  const copied: RewriteTarget = { ...target, kind: "copy-only", reason: "not-editable" };
  await expect(Promise.resolve().then(() => replaceTarget(7, copied, "new"))).rejects.toThrow();
  expect(targets).toEqual([]);
});
