import { type Browser, browser } from "wxt/browser";
import type { Request } from "./handoff.ts";
import { openPanelWith } from "./open-panel.ts";

type Asked = Pick<Request, "taskId" | "scope">;

/** The context menu: what each entry is called, where it stands and what it asks for. */
const entries: Record<string, { title: string; context: "page" | "selection"; asked: Asked }> = {
  "summarize-page": {
    title: "Summarize this page",
    context: "page",
    asked: { taskId: "summarize", scope: "page" },
  },
  "summarize-selection": {
    title: "Summarize selection",
    context: "selection",
    asked: { taskId: "summarize", scope: "selection-or-page" },
  },
};

/** Chrome keeps the entries, so once an install or update is enough. */
export async function installMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, { title, context }] of Object.entries(entries))
    browser.contextMenus.create({ id, title, contexts: [context] });
}

export async function onMenuClick(
  info: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
): Promise<void> {
  const entry = entries[info.menuItemId];
  if (entry) await openPanelWith(tab, entry.asked);
}
