import { browser } from "wxt/browser";
import {
  type ToPage,
  toPageSchema,
  type ToPanel,
  toPanelSchema,
} from "../page/in-place/page-messages.ts";
import { type Channel, wrapPort } from "./channel.ts";

const name = "page-translation";

/** The panel's end of a channel to the script that translates a tab's page, which must be there. */
export function openPageTranslation(tabId: number): Channel<ToPage, ToPanel> {
  return wrapPort(browser.tabs.connect(tabId, { name, frameId: 0 }), toPanelSchema);
}

/**
 * Accepts channels in a page's script, until the returned stop. Only this extension's own pages can
 * open one: the page that the script is in cannot.
 */
export function servePageTranslation(
  accept: (channel: Channel<ToPanel, ToPage>) => void,
): () => void {
  const onConnect: Parameters<typeof browser.runtime.onConnect.addListener>[0] = (port) => {
    const isOwn = port.sender?.url?.startsWith(browser.runtime.getURL("/")) ?? false;
    if (port.name === name && isOwn) accept(wrapPort(port, toPageSchema));
  };
  browser.runtime.onConnect.addListener(onConnect);
  return () => browser.runtime.onConnect.removeListener(onConnect);
}
