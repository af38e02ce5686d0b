interface FolderPicker {
  showDirectoryPicker(options: { mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser lets a page write into a folder that the reader picks. */
export function canPickFolder(): boolean {
  return hasPicker(globalThis);
}

/** A folder that the reader picks to write into; null if the reader changed their mind. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  const page: object = globalThis;
  if (!hasPicker(page)) return null;
  try {
    return await page.showDirectoryPicker({ mode: "readwrite" });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return null;
    throw thrown;
  }
}

/** TypeScript's own types do not have it, since only Chromium does. */
function hasPicker(page: object): page is FolderPicker {
  return "showDirectoryPicker" in page;
}
