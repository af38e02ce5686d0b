import { browser } from "wxt/browser";
import { injectOnceGranted } from "./inject.ts";

/**
 * A snapshot of a tab's page, taken by a script that is gone afterwards. It is unchecked: only
 * `lib/page` knows what it should look like. Works where the reader has just invoked Sotto, which
 * grants `activeTab` until the tab goes to another site.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export function snapshotTab(tabId: number): Promise<unknown> {
  return runInTab(tabId, "/page-reader.js");
}

/**
 * The file of the PDF that a tab shows, where the browser has kept it; unchecked, as a snapshot is.
 * @throws AppError as `snapshotTab`.
 */
export function keptPdfIn(tabId: number): Promise<unknown> {
  return runInTab(tabId, "/page-pdf.js");
}

async function runInTab(tabId: number, script: "/page-reader.js" | "/page-pdf.js") {
  const [frame] = await injectOnceGranted(() =>
    browser.scripting.executeScript({ target: { tabId }, files: [script] }),
  );
  return frame?.result;
}
