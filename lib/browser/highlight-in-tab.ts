import { browser } from "wxt/browser";
import { injectOnceGranted } from "./inject.ts";

/**
 * Brings a tab to the front and puts the script that highlights into its page, where it waits for
 * one channel.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export async function injectHighlighter(tabId: number): Promise<void> {
  await injectOnceGranted(async () => {
    await browser.tabs.update(tabId, { active: true });
    await browser.scripting.executeScript({ target: { tabId }, files: ["/page-highlighter.js"] });
  });
}
