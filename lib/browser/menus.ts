import { type Browser, browser } from "wxt/browser";
import { rewriteKinds, rewriteTitles } from "../tasks/rewrite.task.ts";
import type { Wish } from "./handoff.ts";
import { openPanelWith } from "./open-panel.ts";

interface Entry {
  title: string;
  context: "page" | "selection";
  /** What it asks for; null for an entry that only holds others. */
  wish: Wish | null;
  parentId?: string;
}

/** The context menu, in its order; a parent stands before what it holds. */
const entries: Readonly<Record<string, Entry>> = {
  "summarize-page": {
    title: "Summarize this page",
    context: "page",
    wish: { taskId: "summarize", scope: "page" },
  },
  "summarize-selection": {
    title: "Summarize selection",
    context: "selection",
    wish: { taskId: "summarize", scope: "selection-or-page" },
  },
  rewrite: { title: "Rewrite", context: "selection", wish: null },
  ...Object.fromEntries(
    rewriteKinds.map((rewriteKind) => [`rewrite-${rewriteKind}`, rewriteEntry(rewriteKind)]),
  ),
};

function rewriteEntry(rewriteKind: (typeof rewriteKinds)[number]): Entry {
  const title = rewriteTitles[rewriteKind];
  return {
    title: rewriteKind === "own" ? `${title}…` : title,
    context: "selection",
    wish: { taskId: "rewrite", rewriteKind },
    parentId: "rewrite",
  };
}

/** Chrome keeps the entries, so once an install or update is enough. */
export async function installMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, context, parentId }] of Object.entries(entries))
    browser.contextMenus.create({
      id,
      title,
      contexts: [context],
      ...(parentId === undefined ? {} : { parentId }),
    });
}

export async function onMenuClick(
  info: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
): Promise<void> {
  const wish = entries[info.menuItemId]?.wish;
  if (wish) await openPanelWith(tab, wish);
}

/** The key for rewriting once more as the last time, as the manifest names it. */
export async function onCommand(command: string, tab?: Browser.tabs.Tab): Promise<void> {
  if (command === "rewrite-selection")
    await openPanelWith(tab, { taskId: "rewrite", rewriteKind: null });
}
