import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Browser, browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type Request, takeRequests } from "../../../lib/browser/handoff.ts";
import { installMenus, onMenuClick } from "../../../lib/browser/menus.ts";

type Entry = Browser.contextMenus.CreateProperties;

const tab = { id: 7, windowId: 1 } as Browser.tabs.Tab;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubEnv("FIREFOX", ""); // which Vitest would make the word "false"
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A context menu that, as Chrome's, keeps its entries and refuses an id twice. */
function fakeMenu(): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  vi.spyOn(browser.contextMenus, "removeAll").mockImplementation(async () => entries.clear());
  vi.spyOn(browser.contextMenus, "create").mockImplementation((entry) => {
    const id = String(entry.id);
    if (entries.has(id)) throw new Error(`Cannot create item with duplicate id ${id}`);
    entries.set(id, entry);
    return id;
  });
  return entries;
}

/** A panel that writes down what happens to it, and opens in its own time. */
function fakePanel() {
  const opening = Promise.withResolvers<void>();
  const opened: unknown[] = [];
  vi.spyOn(browser.sidePanel, "open").mockImplementation((options) => {
    opened.push(options);
    return opening.promise;
  });
  return { opened, open: () => opening.resolve() };
}

async function requestsLeft(): Promise<Request[]> {
  const taken: Request[] = [];
  await takeRequests(1, (request) => taken.push(request));
  return taken;
}

function click(menuItemId: string, clicked: Browser.tabs.Tab | undefined = tab): Promise<void> {
  return onMenuClick({ menuItemId } as Browser.contextMenus.OnClickData, clicked);
}

test("installs an entry for the page and one for a selection", async () => {
  const entries = fakeMenu();
  await installMenus();
  expect([...entries.values()].map(({ contexts }) => contexts)).toEqual([["page"], ["selection"]]);
  expect([...entries.values()].every(({ title }) => title)).toBe(true);
});

test("installing again, as an update does, leaves each entry once", async () => {
  const entries = fakeMenu();
  await installMenus();
  await installMenus();
  expect(entries.size).toBe(2);
});

describe("a click on an entry", () => {
  test.each([
    ["summarize-page", "page"],
    ["summarize-selection", "selection-or-page"],
  ])("%s asks for a summary of the %s in the tab's window", async (id, scope) => {
    const panel = fakePanel();
    panel.open();
    await click(id);
    expect(panel.opened).toEqual([{ windowId: 1 }]);
    expect(await requestsLeft()).toMatchObject([
      { taskId: "summarize", scope, tabId: 7, windowId: 1 },
    ]);
  });

  test("opens the panel before anything is awaited, while the reader's gesture lasts", () => {
    const { opened } = fakePanel();
    void click("summarize-page");
    expect(opened).toHaveLength(1);
  });

  test("leaves the request without waiting for the panel, which may take it as it opens", async () => {
    const panel = fakePanel();
    const clicked = click("summarize-page");
    await expect.poll(requestsLeft).toHaveLength(1);
    panel.open();
    await clicked;
  });

  test("is known for every entry that was installed", async () => {
    const entries = fakeMenu();
    await installMenus();
    const panel = fakePanel();
    panel.open();
    for (const id of entries.keys()) await click(id);
    expect(panel.opened).toHaveLength(entries.size);
  });
});

test.each([
  ["an entry that is not ours", "no-such-entry", tab],
  ["no tab", "summarize-page", undefined],
  ["a tab without an id", "summarize-page", { windowId: 1 } as Browser.tabs.Tab],
])("a click on %s does nothing", async (_what, id, tab) => {
  const { opened } = fakePanel();
  await onMenuClick({ menuItemId: id } as Browser.contextMenus.OnClickData, tab);
  expect(opened).toEqual([]);
  expect(await requestsLeft()).toEqual([]);
});
