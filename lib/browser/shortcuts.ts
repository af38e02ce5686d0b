import { browser } from "wxt/browser";

/** The keys that are set for a command, such as `Alt+Shift+S`; null if there are none. */
export async function readKeys(
  command: "_execute_action" | "rewrite-selection" | "translate-selection",
): Promise<string | null> {
  const commands = await browser.commands.getAll();
  const shortcut = commands.find(({ name }) => name === command)?.shortcut;
  return shortcut === undefined || shortcut === "" ? null : shortcut;
}

/** Where the browser changes keys. Its own pages cannot be linked to, only typed. */
export const whereToChangeKeys = import.meta.env.FIREFOX
  ? "about:addons"
  : "chrome://extensions/shortcuts";
