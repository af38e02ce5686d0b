import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { servePageHighlight } from "../lib/channels/page-highlight.ts";
import { highlightInPage } from "../lib/page/highlight-in-page.ts";

// Injected when the reader asks where a sentence comes from. It serves one channel and is gone, with
// all that it showed, once that is closed.
export default defineUnlistedScript(() => {
  const stop = servePageHighlight((channel) => {
    stop();
    highlightInPage(document, channel);
  });
});
