import { AppError } from "../errors.ts";
import { ArrivingFile } from "./arriving-file.ts";
import { isDiskFull } from "./disk-full.ts";
import { downloadLock, type DownloadProgress } from "./download-protocol.ts";
import type { DownloadState, Listing, WantedModel } from "./downloads.ts";
import { type ModelAtHub, readHubFile } from "./hub.ts";
import { Interruption, NotAsPromised } from "./interruption.ts";
import {
  changeManifest,
  type ModelFolder,
  openModelFolder,
  readManifest,
  removeFileAt,
} from "./model-folders.ts";
import { isWhole, keptBytes, type KeptFile, sumBytes, sumKeptBytes } from "./model-manifest.ts";
import { finishModel } from "./model-store.ts";
import { Pace } from "./pace.ts";
import { Patience } from "./patience.ts";
import { findWanted, planFiles } from "./plan-download.ts";
import type { HashKind, WholeHash } from "./whole-hash.ts";

/** What a download needs beside the network and the disk. */
export interface DownloadSurroundings {
  onProgress: (progress: DownloadProgress) => void;
  startHash: (kind: HashKind, bytes: number) => Promise<WholeHash>;
  signal: AbortSignal;
}

/** How large the download of a model would be; asks the hub once. */
export async function askListing(wanted: WantedModel, signal: AbortSignal): Promise<Listing> {
  try {
    const { files } = await findWanted(wanted, signal);
    return {
      totalBytes: sumBytes(files),
      files: files.map(({ path, bytes }) => ({ path, bytes })),
    };
  } catch (thrown) {
    throw thrown instanceof Interruption ? thrown.outcome : thrown;
  }
}

/**
 * Fetches the files of a model that a device needs into Sotto's storage, and goes on where an
 * earlier download of it ended. What has come is kept, however it ends.
 * @throws AppError with what to tell the reader; `cancelled` when `signal` aborts.
 */
export async function download(
  wanted: WantedModel,
  surroundings: DownloadSurroundings,
): Promise<void> {
  const { signal } = surroundings;
  // An earlier worker may still be ending. The lock also tells when this one is gone.
  await navigator.locks.request(downloadLock(wanted.modelId), { signal }, async () => {
    await new RunningDownload(wanted, surroundings).run();
  });
}

/** How often a download tells how far it has come. */
const TELL_MS = 200;

class RunningDownload {
  readonly #wanted: WantedModel;
  readonly #surroundings: DownloadSurroundings;
  readonly #patience: Patience;
  readonly #pace = new Pace();
  #folder: ModelFolder | null = null;
  #loadedBytes = 0;
  #totalBytes = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(wanted: WantedModel, surroundings: DownloadSurroundings) {
    this.#wanted = wanted;
    this.#surroundings = surroundings;
    this.#patience = new Patience((state) => this.#tell(state), surroundings.signal);
  }

  /** Fetches everything; a file that was not what it should be once more, after a new listing. */
  async run(): Promise<void> {
    const bad = new Set<string>();
    for (;;) {
      try {
        const { folder, model } = await this.#prepare();
        return await this.#fetchFiles(folder, model);
      } catch (thrown) {
        if (isDiskFull(thrown)) throw await this.#diskFull();
        if (!(thrown instanceof NotAsPromised)) throw thrown;
        const { path: file } = thrown;
        if (bad.has(file))
          throw new AppError("download-damaged", thrown.message, { facts: { file } });
        bad.add(file);
      }
    }
  }

  async #prepare(): Promise<{ folder: ModelFolder; model: ModelAtHub }> {
    this.#tell({ kind: "listing" });
    const { signal } = this.#surroundings;
    const { model, files } = await this.#patience.until(() => findWanted(this.#wanted, signal));
    const folder = await openModelFolder(model.modelId, model.revision);
    this.#folder = folder;
    const before = await readManifest(folder);
    const { arriving } = await changeManifest(folder, (manifest) => ({
      ...manifest,
      arriving: planFiles(manifest, files),
    }));
    const paths = new Set([...(before?.files ?? []), ...arriving].map(({ path }) => path));
    for (const { path } of before?.arriving ?? [])
      if (!paths.has(path)) await removeFileAt(folder.handle, path);
    this.#totalBytes = sumBytes(arriving);
    this.#loadedBytes = sumKeptBytes(arriving);
    const freeBytes = await findFreeBytes();
    if (this.#totalBytes - this.#loadedBytes > freeBytes) throw await this.#diskFull();
    return { folder, model };
  }

  async #fetchFiles(folder: ModelFolder, model: ModelAtHub): Promise<void> {
    while (!(await finishModel(folder))) {
      const file = (await readManifest(folder))?.arriving.find((file) => !isWhole(file));
      if (!file) throw new AppError("download-failed", "the model was removed while it came");
      await this.#fetchFile(folder, { model, file });
    }
  }

  async #fetchFile(
    folder: ModelFolder,
    { model, file }: { model: ModelAtHub; file: KeptFile },
  ): Promise<void> {
    const { startHash, signal } = this.#surroundings;
    const whole = await startHash(hashKind(file), file.bytes);
    const arriving = await ArrivingFile.open({ folder, file, whole });
    try {
      this.#loadedBytes += arriving.bytes - keptBytes(file);
      await this.#patience.until(async () => {
        this.#tellFetching(file);
        const onBytes = async (bytes: Uint8Array<ArrayBuffer>) => {
          this.#count(file, bytes.byteLength);
          await arriving.add(bytes);
        };
        if (arriving.bytes < file.bytes)
          await readHubFile(model, { file, fromByte: arriving.bytes }, { onBytes, signal });
      });
      await arriving.finish();
    } finally {
      await arriving.close();
    }
  }

  #count(file: KeptFile, bytes: number): void {
    this.#patience.onBytes();
    this.#pace.add(bytes, Date.now());
    this.#loadedBytes += bytes;
    this.#telling ??= setTimeout(() => this.#tellFetching(file), TELL_MS);
  }

  #tellFetching({ path }: KeptFile): void {
    const bytesPerSecond = this.#pace.bytesPerSecond(Date.now());
    this.#tell({ kind: "fetching", file: path, bytesPerSecond });
  }

  #tell(state: DownloadState): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const { onProgress } = this.#surroundings;
    onProgress({ loadedBytes: this.#loadedBytes, totalBytes: this.#totalBytes, state });
  }

  /** The browser's own numbers are told only where they explain it. */
  async #diskFull(): Promise<AppError> {
    const manifest = this.#folder && (await readManifest(this.#folder));
    const missing = manifest?.arriving ?? [];
    const neededBytes = sumBytes(missing) - sumKeptBytes(missing);
    const freeBytes = await findFreeBytes();
    const facts = neededBytes > freeBytes ? { neededBytes, freeBytes } : {};
    return new AppError("storage-full", "no room for the model", { facts });
  }
}

async function findFreeBytes(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return Math.max(0, quota - usage);
}

function hashKind({ sha256, bytes }: KeptFile): HashKind {
  return sha256 === null ? { kind: "git", bytes } : { kind: "sha256" };
}
