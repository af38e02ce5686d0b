import { browser } from "wxt/browser";

/**
 * Closes Sotto's store to the scripts that it puts into pages, which run beside a stranger's code
 * and have no need of it. Other extensions and the pages themselves never had a way in. It holds
 * until the extension is loaded anew; Firefox does not know it.
 */
export async function closeStorageToPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
