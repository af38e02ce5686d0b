import {
  type FromHighlighter,
  fromHighlighterSchema,
  type ToHighlighter,
  toHighlighterSchema,
} from "../page/highlight-messages.ts";
import type { Channel } from "./channel.ts";
import { openPagePort, servePagePort } from "./page-port.ts";

const name = "page-highlight";

/**
 * The panel's end of a channel to the script that highlights in a tab's page, which must be there.
 * Closing it, as the panel's own end does, takes the highlight and the script away.
 */
export function openPageHighlight(tabId: number): Channel<ToHighlighter, FromHighlighter> {
  return openPagePort(tabId, name, fromHighlighterSchema);
}

/** Accepts channels from the panel in a page's script, until the returned stop. */
export function servePageHighlight(
  accept: (channel: Channel<FromHighlighter, ToHighlighter>) => void,
): () => void {
  return servePagePort(name, toHighlighterSchema, accept);
}
