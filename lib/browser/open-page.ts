import { browser } from "wxt/browser";
import { storage } from "wxt/utils/storage";

// The only place that opens tabs. It opens pages of Sotto's own, whose addresses are written here:
// nothing that was read can be in an address, and so nothing can leave by one.

const welcomed = storage.defineItem<unknown>("local:welcomed");

/**
 * Shows the welcome page once: after Sotto was installed, and not after an update. Where what the
 * reader has set outlives Sotto, as a developer's copy that is loaded anew, not again.
 */
export async function welcome({ reason }: { reason: string }): Promise<void> {
  if (reason !== "install" || (await welcomed.getValue()) !== null) return;
  await welcomed.setValue(true);
  await browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
}

/** Shows the page with all models and settings, in the tab where it is already if there is one. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
