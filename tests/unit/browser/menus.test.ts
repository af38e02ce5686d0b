import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Browser, browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type Request, takeRequests } from "../../../lib/browser/handoff.ts";
import { installMenus, onCommand, onMenuClick } from "../../../lib/browser/menus.ts";
import { writeOwnTasks } from "../../../lib/browser/settings.ts";

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
    if (entry.parentId !== undefined && !entries.has(String(entry.parentId)))
      throw new Error(`Cannot find menu item with id ${entry.parentId}`);
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

const rewrites = [
  "Proofread",
  "Plainer",
  "Shorter",
  "Longer",
  "Friendlier",
  "More formal",
  "As a list",
  "Your own words…",
];

test("installs an entry for the page, and for a selection a summary and the ways to rewrite", async () => {
  const entries = fakeMenu();
  await installMenus();
  const titles = (wanted: (entry: Entry) => boolean) =>
    [...entries.values()].filter(wanted).map(({ title }) => title);
  expect(titles(({ contexts }) => contexts?.join() === "page")).toEqual([
    "Summarize this page",
    "Translate this page",
  ]);
  expect(titles(({ contexts }) => contexts?.join() === "selection")).toEqual([
    "Summarize selection",
    "Translate selection",
    "Rewrite",
    ...rewrites,
    "Reply to selection…",
  ]);
  expect(titles(({ parentId }) => parentId === "rewrite")).toEqual(rewrites);
});

test("installing again, as an update does, leaves each entry once", async () => {
  const entries = fakeMenu();
  await installMenus();
  await installMenus();
  expect(entries.size).toBe(6 + rewrites.length);
});

describe("the reader's own tasks", () => {
  const task = { id: "t1", name: "Like a sailor", instruction: "Say it like a sailor." };
  const ofRewrite = (entries: Map<string, Entry>) =>
    [...entries.values()].filter(({ parentId }) => parentId === "rewrite");

  test("stand after the other ways to rewrite, in their order", async () => {
    const entries = fakeMenu();
    await writeOwnTasks([task, { ...task, id: "t2", name: "For the board" }]);
    await installMenus();
    expect(ofRewrite(entries).map(({ title }) => title)).toEqual([
      ...rewrites,
      "Like a sailor",
      "For the board",
    ]);
  });

  test("that change while the menu is made leave each entry once, as it is at last", async () => {
    const entries = fakeMenu();
    await writeOwnTasks([task]);
    const first = installMenus();
    await writeOwnTasks([{ ...task, name: "Like a captain" }]);
    await Promise.all([first, installMenus(), installMenus()]);
    expect(ofRewrite(entries).at(-1)?.title).toBe("Like a captain");
    expect(entries.size).toBe(7 + rewrites.length);
  });

  test("are named as they are, whatever a menu takes for a mark", async () => {
    const entries = fakeMenu();
    await writeOwnTasks([{ ...task, name: "Q&A, 100 %s" }]);
    await installMenus();
    expect(ofRewrite(entries).at(-1)?.title).toBe("Q&&A, 100 %\u2060s");
  });
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

  test.each([
    ["rewrite-proofread", "proofread"],
    ["rewrite-own", "own"],
    ["own-task t1", { ownTaskId: "t1" }],
  ])("%s asks for the selection to be rewritten that way", async (id, way) => {
    const panel = fakePanel();
    panel.open();
    await click(id);
    expect(await requestsLeft()).toMatchObject([{ taskId: "rewrite", way, tabId: 7 }]);
  });

  test("translate-selection asks for the selection to be translated", async () => {
    const panel = fakePanel();
    panel.open();
    await click("translate-selection");
    expect(await requestsLeft()).toMatchObject([{ taskId: "translate-selection", tabId: 7 }]);
  });

  test("reply asks for a reply to the selection", async () => {
    const panel = fakePanel();
    panel.open();
    await click("reply");
    expect(await requestsLeft()).toMatchObject([{ taskId: "reply", tabId: 7, windowId: 1 }]);
  });

  test("translate-page asks for the page's translation", async () => {
    const panel = fakePanel();
    panel.open();
    await click("translate-page");
    expect(await requestsLeft()).toMatchObject([{ taskId: "translate-page", tabId: 7 }]);
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

  test("is known for every entry that was installed, but for the one that only holds others", async () => {
    const entries = fakeMenu();
    await writeOwnTasks([{ id: "t1", name: "Like a sailor", instruction: "Say it so." }]);
    await installMenus();
    const panel = fakePanel();
    panel.open();
    for (const id of entries.keys()) await click(id);
    expect(panel.opened).toHaveLength(entries.size - 1);
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

test("the key for rewriting asks for the way of the last time", async () => {
  const panel = fakePanel();
  panel.open();
  await onCommand("rewrite-selection", tab);
  expect(panel.opened).toEqual([{ windowId: 1 }]);
  expect(await requestsLeft()).toMatchObject([
    { taskId: "rewrite", way: null, tabId: 7, windowId: 1 },
  ]);
});

test("a key that is not ours does nothing", async () => {
  const { opened } = fakePanel();
  await onCommand("another-command", tab);
  expect(opened).toEqual([]);
});
