import { type Browser, browser } from "wxt/browser";

/** A tab that came to the front, or went to another page or to another place of its page. */
interface TabEvent {
  tabId: number;
  isNewPage: boolean;
  /** Its address, which Sotto sees only where the reader let it read the page. */
  url: string | null;
}

/** Tells of the tabs of a window, the one in front first, until the returned stop. */
export function watchActiveTab(windowId: number, listener: (event: TabEvent) => void): () => void {
  const onActivated = (activated: { tabId: number; windowId: number }) => {
    if (activated.windowId === windowId)
      listener({ tabId: activated.tabId, isNewPage: false, url: null });
  };
  const onUpdated = (tabId: number, { status }: { status?: string }, tab: Browser.tabs.Tab) => {
    if (tab.windowId === windowId && status === "loading")
      listener({ tabId, isNewPage: true, url: tab.url ?? null });
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  let isWatching = true;
  findActiveTab(windowId).then((tabId) => {
    if (isWatching && tabId !== null) listener({ tabId, isNewPage: false, url: null });
  });
  return () => {
    isWatching = false;
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}

/** The tab in front in a window, or null if the window is going away. */
export async function findActiveTab(windowId: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id ?? null;
}

/** What the browser calls the page in a tab; empty where it lets Sotto see nothing. */
export async function namePage(tabId: number): Promise<{ title: string; url: string }> {
  const tab = await browser.tabs.get(tabId).catch(() => null); // it may be closed by now
  return { title: tab?.title ?? "", url: tab?.url ?? "" };
}
