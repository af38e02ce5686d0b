import { browser } from "wxt/browser";
import { injectOnceGranted } from "./inject.ts";

/**
 * A snapshot of a tab's page, taken by a script that is gone afterwards. It is unchecked: only
 * `lib/page` knows what it should look like. Works where the reader has just invoked Sotto, which
 * grants `activeTab` until the tab goes to another site.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export async function snapshotTab(tabId: number): Promise<unknown> {
  const [frame] = await injectOnceGranted(() =>
    browser.scripting.executeScript({ target: { tabId }, files: ["/page-reader.js"] }),
  );
  return frame?.result;
}
