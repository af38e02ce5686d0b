import { browser } from "wxt/browser";

/** The keys that are set for the toolbar button, such as `Alt+Shift+S`; null if there are none. */
export async function readToolbarKeys(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  const shortcut = commands.find(({ name }) => name === "_execute_action")?.shortcut;
  return shortcut === undefined || shortcut === "" ? null : shortcut;
}

/** Where the browser changes keys. Its own pages cannot be linked to, only typed. */
export const whereToChangeKeys = import.meta.env.FIREFOX
  ? "about:addons"
  : "chrome://extensions/shortcuts";
