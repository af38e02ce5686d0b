import { type Browser, browser } from "wxt/browser";
import type { OwnTask } from "../tasks/own-task.ts";
import { type RewriteKind, rewriteKinds, rewriteTitles } from "../tasks/rewrite.task.ts";
import type { Wish } from "./handoff.ts";
import { openPanelWith } from "./open-panel.ts";
import { readOwnTasks } from "./settings.ts";

interface MenuText {
  title: string;
  context: "page" | "selection";
  parentId?: string;
}

interface Entry extends MenuText {
  /** What it asks for; null for an entry that only holds others. */
  wish: Wish | null;
}

/** The entries that are always there, in their order; a parent stands before what it holds. */
const entries: Readonly<Record<string, Entry>> = {
  "summarize-page": {
    title: "Summarize this page",
    context: "page",
    wish: { taskId: "summarize", scope: "page" },
  },
  "translate-page": {
    title: "Translate this page",
    context: "page",
    wish: { taskId: "translate-page" },
  },
  "summarize-selection": {
    title: "Summarize selection",
    context: "selection",
    wish: { taskId: "summarize", scope: "selection-or-page" },
  },
  "translate-selection": {
    title: "Translate selection",
    context: "selection",
    wish: { taskId: "translate-selection" },
  },
  rewrite: { title: "Rewrite", context: "selection", wish: null },
  ...Object.fromEntries(rewriteKinds.map((kind) => [`rewrite-${kind}`, rewriteEntry(kind)])),
  reply: { title: "Reply to selection…", context: "selection", wish: { taskId: "reply" } },
};

function rewriteEntry(kind: RewriteKind): Entry {
  const title = rewriteTitles[kind];
  return {
    title: kind === "own" ? `${title}…` : title,
    context: "selection",
    wish: { taskId: "rewrite", way: kind },
    parentId: "rewrite",
  };
}

/** Begins the id of an entry for a task of the reader's own; the task's id follows. */
const ownTaskPrefix = "own-task ";

function ownTaskEntry({ id, name }: OwnTask): [id: string, entry: MenuText] {
  const title = asMenuText(name);
  return [`${ownTaskPrefix}${id}`, { title, context: "selection", parentId: "rewrite" }];
}

/** In a menu `&` is a mark for the key of the letter behind it, and `%s` stands for the selection. */
function asMenuText(name: string): string {
  return name.replaceAll("&", "&&").replaceAll("%s", "%\u2060s");
}

let installing = Promise.resolve();

/** Makes the menu anew, once the one before is made: an entry must not be made twice. */
export function installMenus(): Promise<void> {
  installing = installing.then(install, install);
  return installing;
}

/** Chrome keeps the entries, so once an install, update or change of the reader's tasks is enough. */
async function install(): Promise<void> {
  const all = [...Object.entries(entries), ...(await readOwnTasks()).map(ownTaskEntry)];
  await browser.contextMenus.removeAll();
  for (const [id, { title, context, parentId }] of all)
    browser.contextMenus.create({
      id,
      title,
      contexts: [context],
      ...(parentId === undefined ? {} : { parentId }),
    });
}

export async function onMenuClick(
  { menuItemId }: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
): Promise<void> {
  const wish = wishOf(String(menuItemId));
  if (wish) await openPanelWith(tab, wish);
}

/** Known by the entry's id alone: looking anything up would outlast the reader's gesture. */
function wishOf(entryId: string): Wish | null {
  if (entryId.startsWith(ownTaskPrefix))
    return { taskId: "rewrite", way: { ownTaskId: entryId.slice(ownTaskPrefix.length) } };
  return entries[entryId]?.wish ?? null;
}

/** What each key asks for, as the manifest names it; rewriting is once more as the last time. */
const wishOfCommand: Readonly<Record<string, Wish>> = {
  "rewrite-selection": { taskId: "rewrite", way: null },
  "translate-selection": { taskId: "translate-selection" },
};

export async function onCommand(command: string, tab?: Browser.tabs.Tab): Promise<void> {
  const wish = wishOfCommand[command];
  if (wish) await openPanelWith(tab, wish);
}
