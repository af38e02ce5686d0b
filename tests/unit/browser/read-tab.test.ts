import { afterEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { snapshotTab } from "../../../lib/browser/read-tab.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Plays the browser's answer to an injection; gives what was injected. */
function playInjection(answer: () => Promise<unknown>): unknown[] {
  const injected: unknown[] = [];
  vi.spyOn(browser.scripting, "executeScript").mockImplementation((injection: unknown) => {
    injected.push(injection);
    return answer() as Promise<never>;
  });
  return injected;
}

test("gives what the page reader returned, from the tab's main frame only", async () => {
  const injected = playInjection(async () => [{ frameId: 0, documentId: "d", result: { a: 1 } }]);
  expect(await snapshotTab(7)).toEqual({ a: 1 });
  expect(injected).toEqual([{ target: { tabId: 7 }, files: ["/page-reader.js"] }]);
});

test.each([
  ["No tab with id: 7.", "page-gone"],
  ["No tab with id: 7", "page-gone"],
  ["The tab was closed.", "page-gone"],
  ["Invalid tab ID: 7", "page-gone"],
  ["The frame was removed.", "page-gone"],
  ["Frame with ID 0 was removed.", "page-gone"],
  ["No frame with id 0 in tab with id 7", "page-gone"],
  ["Frame with ID 0 is showing error page", "page-forbidden"],
  ["Cannot access a chrome:// URL", "page-forbidden"],
  ['Cannot access contents of url "chrome://settings/".', "page-forbidden"],
  ['Cannot access contents of url "devtools://devtools/x".', "page-forbidden"],
  ['Cannot access contents of url "about:blank".', "page-forbidden"],
  ["Cannot access a chrome-extension:// URL of different extension", "page-forbidden"],
  ["The extensions gallery cannot be scripted.", "page-forbidden"],
  ["This page cannot be scripted due to an ExtensionsSettings policy.", "page-forbidden"],
  [
    "Cannot access contents of the page. Extension manifest must request permission to access the respective host.",
    "page-not-granted",
  ],
  [
    'Cannot access contents of url "https://example.org/". Extension manifest must request permission to access this host.',
    "page-not-granted",
  ],
  ["Missing host permission for the tab", "page-not-granted"],
])("Chrome's %j is %s", async (message, code) => {
  playInjection(() => Promise.reject(new Error(message)));
  await expect(snapshotTab(7)).rejects.toMatchObject({ code, message });
});

test("an address in Chrome's message does not decide", async () => {
  const message =
    'Cannot access contents of url "https://example.org/was removed?chrome://cannot be scripted". Extension manifest must request permission to access this host.';
  playInjection(() => Promise.reject(new Error(message)));
  await expect(snapshotTab(7)).rejects.toMatchObject({ code: "page-not-granted" });
});

test("reads a page that learns of the reader's click after the script has come", async () => {
  const late = [new Error("Missing host permission for the tab")];
  const injected = playInjection(async () => {
    const refusal = late.pop();
    if (refusal) throw refusal;
    return [{ frameId: 0, documentId: "d", result: { a: 1 } }];
  });
  expect(await snapshotTab(7)).toEqual({ a: 1 });
  expect(injected).toHaveLength(2);
});

test("does not try again where no click can help", async () => {
  const injected = playInjection(() => Promise.reject(new Error("Cannot access a chrome:// URL")));
  await expect(snapshotTab(7)).rejects.toMatchObject({ code: "page-forbidden" });
  expect(injected).toHaveLength(1);
});
