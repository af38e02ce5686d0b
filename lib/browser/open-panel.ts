import polyfill from "webextension-polyfill";
import { type Browser, browser } from "wxt/browser";
import { leaveRequest, type Wish } from "./handoff.ts";

/**
 * Opens the panel of a tab's window and leaves it a request about the tab. Opening comes first: it
 * needs the gesture of the reader's click, which does not outlive an `await`.
 */
export async function openPanelWith(tab: Browser.tabs.Tab | undefined, wish: Wish): Promise<void> {
  const askedAtMs = Date.now();
  if (tab?.id === undefined) return;
  const { id: tabId, windowId } = tab;
  const opened = import.meta.env.FIREFOX
    ? polyfill.sidebarAction.open() // which Chrome does not have, nor its types
    : browser.sidePanel.open({ windowId });
  await leaveRequest({ ...wish, tabId, windowId, askedAtMs });
  await opened;
}
