/** How the browser's own events of editing go through a page. */
export const reachesAll = { bubbles: true, cancelable: true, composed: true };

/** Pastes as a reader would; whether an editor took it as its own. */
export function paste(element: HTMLElement, flavours: Record<string, string>): boolean {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(flavours)) clipboardData.setData(type, text);
  return !element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, ...reachesAll }));
}

/** The text that an editor would copy, or null where it leaves that to the browser. */
export function copy(element: HTMLElement): string | null {
  const clipboardData = new DataTransfer();
  const isLeft = element.dispatchEvent(
    new ClipboardEvent("copy", { clipboardData, ...reachesAll }),
  );
  return isLeft ? null : clipboardData.getData("text/plain");
}

/** Presses a key; whether an editor took it as its own. */
export function press(element: HTMLElement, keys: KeyboardEventInit): boolean {
  return !element.dispatchEvent(new KeyboardEvent("keydown", { ...keys, ...reachesAll }));
}
