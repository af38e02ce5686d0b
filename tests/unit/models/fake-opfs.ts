import { vi } from "vitest";

/**
 * Gives this realm an origin private file system, empty and in memory. As in a browser: what is
 * not there is a `NotFoundError`, names have no slashes, a folder with something in it is removed
 * only with `recursive`, what is written by a stream shows when the file is closed and not before,
 * what is written by a handle shows at once, and a file has one such handle or streams.
 * `freeBytes` is the room on the disk. `paths` lists every file there is.
 */
export function fakeOpfs({ freeBytes = Number.POSITIVE_INFINITY } = {}): { paths(): string[] } {
  const disk: Disk = { freeBytes };
  const root = new FakeFolder("", disk);
  vi.stubGlobal("navigator", {
    locks: fakeLocks(),
    storage: {
      getDirectory: async () => root,
      estimate: async () => ({ usage: 0, quota: disk.freeBytes }),
    },
  });
  return { paths: () => root.paths() };
}

type Use<Result> = (lock: object | null) => Result | Promise<Result>;

interface LockOptions {
  ifAvailable?: boolean;
  signal?: AbortSignal;
}

/**
 * Locks that those who ask for get in turn, each until its promise settles; with `ifAvailable` at
 * once or not at all; once `signal` aborts not any more.
 */
function fakeLocks() {
  const turns = new Map<string, Promise<unknown>>();

  function request<Result>(name: string, use: Use<Result>): Promise<Result>;
  function request<Result>(name: string, options: LockOptions, use: Use<Result>): Promise<Result>;
  function request<Result>(name: string, ...rest: [Use<Result>] | [LockOptions, Use<Result>]) {
    const [options, use] = rest.length === 2 ? rest : [{}, rest[0]];
    const before = turns.get(name);
    if (options.ifAvailable && before) return use(null);
    let hasTurn = false;
    const turn = (before ?? Promise.resolve()).then(() => {
      options.signal?.throwIfAborted();
      hasTurn = true;
      return use({ name });
    });
    const over = turn.then(free, free);
    function free() {
      if (turns.get(name) === over) turns.delete(name);
    }
    turns.set(name, over);
    const { signal } = options;
    if (!signal) return turn;
    const { promise: refused, reject } = Promise.withResolvers<never>();
    signal.addEventListener("abort", () => hasTurn || reject(signal.reason));
    return Promise.race([turn, refused]);
  }

  return { request };
}

interface Disk {
  freeBytes: number;
}

class FakeFolder {
  readonly kind = "directory";
  readonly name: string;
  readonly #disk: Disk;
  readonly #entries = new Map<string, FakeFolder | FakeFile>();

  constructor(name: string, disk: Disk) {
    this.name = name;
    this.#disk = disk;
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFolder> {
    const entry =
      this.#entry(name) ?? (create ? this.#add(new FakeFolder(name, this.#disk)) : null);
    if (!entry) throw failure("NotFoundError");
    if (entry.kind !== "directory") throw failure("TypeMismatchError");
    return entry;
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<FakeFile> {
    const entry = this.#entry(name) ?? (create ? this.#add(new FakeFile(name, this.#disk)) : null);
    if (!entry) throw failure("NotFoundError");
    if (entry.kind !== "file") throw failure("TypeMismatchError");
    return entry;
  }

  async removeEntry(name: string, { recursive = false } = {}): Promise<void> {
    const entry = this.#entry(name);
    if (!entry) throw failure("NotFoundError");
    if (entry.kind === "directory" && !recursive && entry.#entries.size > 0)
      throw failure("InvalidModificationError");
    if (entry.isOpen()) throw failure("NoModificationAllowedError");
    this.#entries.delete(name);
  }

  isOpen(): boolean {
    return [...this.#entries.values()].some((entry) => entry.isOpen());
  }

  async *values(): AsyncGenerator<FakeFolder | FakeFile> {
    yield* this.#entries.values();
  }

  paths(): string[] {
    return [...this.#entries.values()].flatMap((entry) =>
      entry.kind === "file" ? entry.name : entry.paths().map((path) => `${entry.name}/${path}`),
    );
  }

  #entry(name: string): FakeFolder | FakeFile | undefined {
    if (name === "" || name === "." || name === ".." || /[/\\]/.test(name))
      throw new TypeError("Name is not allowed.");
    return this.#entries.get(name);
  }

  #add<Entry extends FakeFolder | FakeFile>(entry: Entry): Entry {
    this.#entries.set(entry.name, entry);
    return entry;
  }
}

class FakeFile {
  readonly kind = "file";
  readonly name: string;
  readonly #disk: Disk;
  #hasHandle = false;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(name: string, disk: Disk) {
    this.name = name;
    this.#disk = disk;
  }

  async getFile(): Promise<File> {
    return new File([this.#bytes], this.name);
  }

  isOpen(): boolean {
    return this.#hasHandle;
  }

  async createSyncAccessHandle() {
    if (this.#hasHandle) throw failure("NoModificationAllowedError");
    this.#hasHandle = true;
    const open = () => {
      if (!this.#hasHandle) throw failure("InvalidStateError");
    };
    return {
      getSize: () => (open(), this.#bytes.byteLength),
      flush: open,
      truncate: (bytes: number) => {
        open();
        this.#resize(bytes);
      },
      read: (into: Uint8Array, { at }: { at: number }) => {
        open();
        const part = this.#bytes.subarray(at, at + into.byteLength);
        into.set(part);
        return part.byteLength;
      },
      write: (bytes: Uint8Array, { at }: { at: number }) => {
        open();
        this.#resize(Math.max(this.#bytes.byteLength, at + bytes.byteLength));
        this.#bytes.set(bytes, at);
        return bytes.byteLength;
      },
      close: () => {
        this.#hasHandle = false;
      },
    };
  }

  #resize(bytes: number): void {
    const more = bytes - this.#bytes.byteLength;
    if (more > this.#disk.freeBytes) throw failure("QuotaExceededError");
    this.#disk.freeBytes -= more;
    const resized = new Uint8Array(bytes);
    resized.set(this.#bytes.subarray(0, bytes));
    this.#bytes = resized;
  }

  async createWritable({ keepExistingData = false } = {}): Promise<WritableStream> {
    if (this.#hasHandle) throw failure("NoModificationAllowedError");
    const before = this.#bytes.byteLength;
    let bytes = keepExistingData ? this.#bytes : new Uint8Array();
    const file = new WritableStream<unknown>({
      write: async (chunk) => {
        bytes = await splice(bytes, chunk);
        if (bytes.byteLength - before > this.#disk.freeBytes) throw failure("QuotaExceededError");
      },
      close: () => {
        this.#disk.freeBytes -= bytes.byteLength - before;
        this.#bytes = bytes;
      },
    });
    return Object.assign(file, shortcuts(file));
  }
}

/** The writing that `FileSystemWritableFileStream` adds to a stream. */
function shortcuts(file: WritableStream<unknown>) {
  const withWriter = async (use: (writer: WritableStreamDefaultWriter) => Promise<void>) => {
    const writer = file.getWriter();
    try {
      await use(writer);
    } finally {
      writer.releaseLock();
    }
  };
  const close = file.close.bind(file);
  return { write: (chunk: unknown) => withWriter((writer) => writer.write(chunk)), close };
}

/** What a file holds after a chunk: bytes go where the last ones ended, or where they say. */
async function splice(
  bytes: Uint8Array<ArrayBuffer>,
  chunk: unknown,
): Promise<Uint8Array<ArrayBuffer>> {
  const { position, data } = isPlaced(chunk)
    ? chunk
    : { position: bytes.byteLength, data: chunk as BlobPart };
  const added = new Uint8Array(await new Blob([data]).arrayBuffer());
  const length = Math.max(bytes.byteLength, position + added.byteLength);
  const spliced = new Uint8Array(length);
  spliced.set(bytes);
  spliced.set(added, position);
  return spliced;
}

function isPlaced(chunk: unknown): chunk is { position: number; data: BlobPart } {
  return typeof chunk === "object" && chunk !== null && "position" in chunk && "data" in chunk;
}

function failure(name: string): DOMException {
  return new DOMException(name, name);
}
