import type { FromHighlighter, ToHighlighter } from "./highlight-messages.ts";
import { PassageDisplay } from "./passage-display.ts";

/** One end of a channel to the panel. */
interface PanelChannel {
  send(message: FromHighlighter): void;
  onMessage(listener: (message: ToHighlighter) => void): void;
  onClose(listener: () => void): void;
}

/** Shows the passage that the panel names, until the panel closes the channel or goes away. */
export function highlightInPage(document: Document, channel: PanelChannel): void {
  const display = new PassageDisplay(document, () => channel.send({ kind: "put-away" }));
  channel.onMessage((passage) => channel.send({ kind: "done", outcome: display.show(passage) }));
  channel.onClose(() => display.clear());
}
