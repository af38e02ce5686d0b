/** What Chrome tells of the network; other browsers tell nothing. */
interface Connection {
  saveData?: boolean;
  type?: string;
}

/** Whether the reader pays for each byte, or has asked to save them, as far as the browser tells. */
export function isMetered(browser: object = navigator): boolean {
  if (!tellsOfNetwork(browser)) return false;
  const { saveData, type } = browser.connection;
  return saveData === true || type === "cellular";
}

/** TypeScript's own types do not have it, since only Chromium does. */
function tellsOfNetwork(browser: object): browser is { connection: Connection } {
  return "connection" in browser && typeof browser.connection === "object";
}
