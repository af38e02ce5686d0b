import { notFoundToNull } from "./model-folders.ts";

// The switch is a file, because the worker that uses the network has no storage of extensions. It
// is read before every request.

const FILE = "network-off";

/** Whether the reader has switched Sotto's network off. */
export async function isNetworkOff(): Promise<boolean> {
  const root = await navigator.storage.getDirectory();
  return (await root.getFileHandle(FILE).catch(notFoundToNull)) !== null;
}

/** Switches Sotto's network off until it is switched on again. */
export async function setNetworkOff(off: boolean): Promise<void> {
  const root = await navigator.storage.getDirectory();
  if (off) await root.getFileHandle(FILE, { create: true });
  else await root.removeEntry(FILE).catch(notFoundToNull);
}
