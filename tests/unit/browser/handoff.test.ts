import { beforeEach, expect, test } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { leaveRequest, type Request, takeRequests } from "../../../lib/browser/handoff.ts";

const request: Request = {
  taskId: "summarize",
  tabId: 7,
  windowId: 1,
  scope: "page",
  askedAtMs: 1_700_000_000_000,
};

beforeEach(() => {
  fakeBrowser.reset();
});

/** A panel of a window, and the requests that it has taken. */
async function openPanel(windowId: number): Promise<Request[]> {
  const taken: Request[] = [];
  await takeRequests(windowId, (request) => taken.push(request));
  return taken;
}

test("a request left before the panel opened is taken", async () => {
  await leaveRequest(request);
  expect(await openPanel(1)).toEqual([request]);
});

test("a request left while the panel is open is taken, and so is the next", async () => {
  const taken = await openPanel(1);
  await leaveRequest(request);
  await leaveRequest({ ...request, tabId: 8 });
  await expect.poll(() => taken.map(({ tabId }) => tabId)).toEqual([7, 8]);
});

test("the same wish again is another request", async () => {
  const taken = await openPanel(1);
  await leaveRequest(request);
  await expect.poll(() => taken.length).toBe(1);
  await leaveRequest(request);
  await expect.poll(() => taken.length).toBe(2);
});

test("a request for another window is left to that window's panel", async () => {
  await leaveRequest({ ...request, windowId: 2 });
  const first = await openPanel(1);
  const second = await openPanel(2);
  expect(first).toEqual([]);
  expect(second).toHaveLength(1);
});

test("a request is taken once: it is not there for a panel opened again", async () => {
  await leaveRequest(request);
  await openPanel(1);
  expect(await openPanel(1)).toEqual([]);
  expect(await browser.storage.session.get()).toEqual({});
});

test("the last of several requests left before the panel opened is the one that is taken", async () => {
  await leaveRequest(request);
  await leaveRequest({ ...request, tabId: 8 });
  expect((await openPanel(1)).map(({ tabId }) => tabId)).toEqual([8]);
});

test.each([
  ["nothing", null],
  ["a text", "summarize"],
  ["no tab", { ...request, tabId: undefined }],
  ["a tab that is no number", { ...request, tabId: "7" }],
  ["a scope that is none", { ...request, scope: "everything" }],
  ["a task that is none", { ...request, taskId: "translate" }],
  ["a way to rewrite that is none", { ...request, taskId: "rewrite", way: "louder" }],
  ["a task without an id", { ...request, taskId: "rewrite", way: { ownTaskId: 7 } }],
])("%s in place of a request is ignored, and the next one is taken", async (_what, value) => {
  await browser.storage.session.set({ "pendingRequest-1": value });
  const taken = await openPanel(1);
  expect(taken).toEqual([]);
  await leaveRequest(request);
  await expect.poll(() => taken.length).toBe(1);
});
