import { beforeEach, expect, test, vi } from "vitest";
import { type Browser, browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { findActiveTab, watchActiveTab } from "../../../lib/browser/active-tab.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

const loading = (url?: string) => ({ status: "loading" as const, ...(url ? { url } : {}) });

async function openTab(windowId: number, url: string): Promise<Browser.tabs.Tab & { id: number }> {
  const tab = await browser.tabs.create({ windowId, url, active: true });
  if (tab.id === undefined) throw new Error("a tab has an id");
  return { ...tab, id: tab.id };
}

test("tells the tab in front first, then those that come to the front in this window", async () => {
  const { id: windowId = 0 } = (await browser.windows.create()) ?? {};
  const tab = await openTab(windowId, "https://example.org/");
  const told: unknown[] = [];
  watchActiveTab(windowId, (event) => told.push(event));
  await expect.poll(() => told).toEqual([{ tabId: tab.id, isNewPage: false, url: null }]);
  await fakeBrowser.tabs.onActivated.trigger({ tabId: 99, windowId });
  await fakeBrowser.tabs.onActivated.trigger({ tabId: 98, windowId: windowId + 1 });
  expect(told.slice(1)).toEqual([{ tabId: 99, isNewPage: false, url: null }]);
});

test("tells of another page once it is loading, with its address where that is seen", async () => {
  const told: unknown[] = [];
  watchActiveTab(1, (event) => told.push(event));
  const { onUpdated } = fakeBrowser.tabs;
  const here = { id: 7, windowId: 1 } as Browser.tabs.Tab;
  await onUpdated.trigger(7, loading(), { ...here, url: "https://example.org/" });
  await onUpdated.trigger(7, { status: "complete" }, here);
  await onUpdated.trigger(7, loading(), here);
  await onUpdated.trigger(8, loading(), { ...here, windowId: 2 });
  expect(told).toEqual([
    { tabId: 7, isNewPage: true, url: "https://example.org/" },
    { tabId: 7, isNewPage: true, url: null },
  ]);
});

test("tells nothing after its stop, not even the tab that it was looking for", async () => {
  const { id: windowId = 0 } = (await browser.windows.create()) ?? {};
  await openTab(windowId, "https://example.org/");
  const listener = vi.fn();
  const heard = vi.fn();
  watchActiveTab(windowId, listener)();
  watchActiveTab(windowId, heard);
  await fakeBrowser.tabs.onActivated.trigger({ tabId: 99, windowId });
  await expect.poll(() => heard.mock.calls.length).toBe(2);
  expect(listener).not.toHaveBeenCalled();
});

test("a window that is going away has no tab in front", async () => {
  expect(await findActiveTab(12_345)).toBeNull();
});
