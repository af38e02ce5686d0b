import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { closeStorageToPages } from "../lib/browser/close-storage.ts";
import { installMenus, onCommand, onMenuClick } from "../lib/browser/menus.ts";
import { welcome } from "../lib/browser/open-page.ts";
import { openPanelWith } from "../lib/browser/open-panel.ts";
import { watchOwnTasks } from "../lib/browser/settings.ts";

// Chrome stops this worker after 30 idle seconds. It opens the panel and passes on what the reader
// asked for; nothing that takes long, and no state, may live here.
export default defineBackground(() => {
  void closeStorageToPages();
  browser.runtime.onInstalled.addListener(installMenus);
  browser.runtime.onStartup.addListener(installMenus);
  watchOwnTasks(installMenus);
  browser.runtime.onInstalled.addListener(welcome);
  browser.contextMenus.onClicked.addListener(onMenuClick);
  browser.commands.onCommand.addListener(onCommand);
  browser.action.onClicked.addListener((tab) =>
    openPanelWith(tab, { taskId: "summarize", scope: "selection-or-page" }),
  );
});
