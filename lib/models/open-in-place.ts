/** A file that is read and written in place, without promises. Only workers have it. */
export interface FileInPlace {
  getSize(): number;
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}

declare global {
  // TypeScript has these in its types for workers, which cannot stand beside those for pages.
  interface FileSystemFileHandle {
    createSyncAccessHandle(options?: { mode: "read-only" }): Promise<FileInPlace>;
  }
}

const TRIES = 50;

/**
 * Opens a file, which only one can at a time. A worker that was just ended may still have it, so
 * this waits for up to five seconds.
 */
export async function openInPlace(handle: FileSystemFileHandle): Promise<FileInPlace> {
  for (let tries = 1; ; tries++) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (thrown) {
      const isTaken = thrown instanceof DOMException && thrown.name.startsWith("NoModification");
      if (!isTaken || tries === TRIES) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
