import {
  type ToPage,
  toPageSchema,
  type ToPanel,
  toPanelSchema,
} from "../page/in-place/page-messages.ts";
import type { Channel } from "./channel.ts";
import { openPagePort, servePagePort } from "./page-port.ts";

const name = "page-translation";

/** The panel's end of a channel to the script that translates a tab's page, which must be there. */
export function openPageTranslation(tabId: number): Channel<ToPage, ToPanel> {
  return openPagePort(tabId, name, toPanelSchema);
}

/** Accepts channels from the panel in a page's script, until the returned stop. */
export function servePageTranslation(
  accept: (channel: Channel<ToPanel, ToPage>) => void,
): () => void {
  return servePagePort(name, toPageSchema, accept);
}
