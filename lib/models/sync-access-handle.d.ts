// What workers have beyond TypeScript's library for pages (https://fs.spec.whatwg.org): files that
// are read and written at once, in place.

interface FileSystemSyncAccessHandle {
  getSize(): number;
  read(buffer: AllowSharedBufferSource, options?: { at?: number }): number;
  write(buffer: AllowSharedBufferSource, options?: { at?: number }): number;
  truncate(newSize: number): void;
  flush(): void;
  close(): void;
}

interface FileSystemFileHandle {
  createSyncAccessHandle(options?: {
    mode?: "readwrite" | "read-only" | "readwrite-unsafe";
  }): Promise<FileSystemSyncAccessHandle>;
}
