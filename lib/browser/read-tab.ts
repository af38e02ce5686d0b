import { browser } from "wxt/browser";
import { AppError } from "../errors.ts";

/**
 * A snapshot of a tab's page, taken by a script that is gone afterwards. It is unchecked: only
 * `lib/page` knows what it should look like. Works where the reader has just invoked Sotto, which
 * grants `activeTab` until the tab goes to another site.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export async function snapshotTab(tabId: number): Promise<unknown> {
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

/** Chrome tells its reasons in words only; these are of `extensions/common/manifest_constants.cc`. */
function explain(thrown: unknown): AppError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (/No tab with id|removed|Frame with ID/i.test(message))
    return new AppError("page-gone", message, { cause: thrown });
  if (
    /chrome:\/\/|chrome-extension|extensions gallery|cannot be scripted|error page/i.test(message)
  )
    return new AppError("page-forbidden", message, { cause: thrown });
  return new AppError("page-not-granted", message, { cause: thrown });
}
