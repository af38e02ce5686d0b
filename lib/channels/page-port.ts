import type * as v from "valibot";
import { browser } from "wxt/browser";
import { type Channel, wrapPort } from "./channel.ts";

/** The panel's end of a channel to a script of ours in a tab's page, which must be there. */
export function openPagePort<Out, Schema extends v.GenericSchema>(
  tabId: number,
  name: string,
  schema: Schema,
): Channel<Out, v.InferOutput<Schema>> {
  return wrapPort(browser.tabs.connect(tabId, { name, frameId: 0 }), schema);
}

/**
 * Accepts channels of a name in a page's script, until the returned stop. Only this extension's own
 * pages can open one: the page that the script is in cannot.
 */
export function servePagePort<Out, Schema extends v.GenericSchema>(
  name: string,
  schema: Schema,
  accept: (channel: Channel<Out, v.InferOutput<Schema>>) => void,
): () => void {
  const onConnect: Parameters<typeof browser.runtime.onConnect.addListener>[0] = (port) => {
    const isOwn = port.sender?.url?.startsWith(browser.runtime.getURL("/")) ?? false;
    if (port.name === name && isOwn) accept(wrapPort(port, schema));
  };
  browser.runtime.onConnect.addListener(onConnect);
  return () => browser.runtime.onConnect.removeListener(onConnect);
}
