import { browser } from "wxt/browser";
import { injectOnceGranted } from "./inject.ts";

/**
 * Puts the script that translates into a tab's page, where it waits for a channel. Where it is there
 * already, it stays as it is.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export async function injectTranslator(tabId: number): Promise<void> {
  await injectOnceGranted(() =>
    browser.scripting.executeScript({ target: { tabId }, files: ["/page-translator.js"] }),
  );
}
