import { browser } from "wxt/browser";
import { AppError } from "../errors.ts";

/**
 * A snapshot of a tab's page, taken by a script that is gone afterwards. It is unchecked: only
 * `lib/page` knows what it should look like. Works where the reader has just invoked Sotto, which
 * grants `activeTab` until the tab goes to another site.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export async function snapshotTab(tabId: number): Promise<unknown> {
  for (const delayMs of grantDelaysMs) {
    try {
      return await inject(tabId);
    } catch (thrown) {
      if (AppError.from(thrown).code !== "page-not-granted") throw thrown;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  return inject(tabId);
}

/**
 * Chrome tells a page's process of the grant and of the script by two ways, and now and then the
 * script comes first and is refused: seen once in about ninety clicks with the panel open.
 */
const grantDelaysMs = [30, 120];

async function inject(tabId: number): Promise<unknown> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      files: ["/page-reader.js"],
    });
    return frame?.result;
  } catch (thrown) {
    throw explain(thrown);
  }
}

// Chrome tells its reasons in words only; these are of `extensions/common/manifest_constants.cc` and
// `script_executor.cc`. A page chooses its own address, so what a message quotes decides nothing.
const gone =
  /^No (tab|frame) with id|^Invalid tab ID|^The (tab|frame) was |^Frame with ID \d+ was removed/i;
const forbidden =
  /^Cannot access (a|contents of url ")\s?(?!https?:|file:)[\w-]+:|^(This page|The extensions gallery) cannot be scripted|^Frame with ID \d+ is showing error page/i;

function explain(thrown: unknown): AppError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(codeFor(message), message, { cause: thrown });
}

function codeFor(message: string): "page-gone" | "page-forbidden" | "page-not-granted" {
  if (gone.test(message)) return "page-gone";
  return forbidden.test(message) ? "page-forbidden" : "page-not-granted";
}
