import { AppError } from "../errors.ts";
import { downloadLock, type DownloadProgress } from "./download-protocol.ts";
import type {
  Download,
  DownloadCommand,
  Downloads,
  DownloadState,
  Listing,
  WantedModel,
} from "./downloads.ts";
import { isLocal, isWhole, type KeptFile, sumBytes, sumKeptBytes } from "./model-manifest.ts";
import { listHalfModels, removeHalfModel } from "./model-store.ts";

/** A worker with the network, for one listing or one download. */
export interface DownloadWorker {
  list(wanted: WantedModel): Promise<Listing>;
  /**
   * Settles when the model is whole.
   * @throws AppError `cancelled` after a pause, or what ended it.
   */
  download(wanted: WantedModel, onProgress: (progress: DownloadProgress) => void): Promise<void>;
  pause(): void;
  end(): void;
}

/** What downloads need of their page. */
export interface DownloadsSurroundings {
  startWorker(): DownloadWorker;
  /** Asks the browser not to throw away what is stored when it needs room. */
  persist(): Promise<unknown>;
}

/** Runs the downloads, each in a worker of its own, whichever page asked for them. */
export class DownloadsHost implements Downloads {
  readonly #surroundings: DownloadsSurroundings;
  readonly #downloads = new Map<string, Download>();
  readonly #workers = new Map<string, DownloadWorker>();
  /** Models whose halves are being removed. */
  readonly #discarding = new Set<string>();
  readonly #listeners = new Set<(downloads: readonly Download[]) => void>();

  constructor(surroundings: DownloadsSurroundings) {
    this.#surroundings = surroundings;
  }

  watch(listener: (downloads: readonly Download[]) => void): () => void {
    let isWatched = true;
    this.#readHalves().then(() => {
      if (!isWatched) return;
      this.#listeners.add(listener);
      listener([...this.#downloads.values()]);
    });
    return () => {
      isWatched = false;
      this.#listeners.delete(listener);
    };
  }

  command(command: DownloadCommand): void {
    switch (command.kind) {
      case "start":
        void this.#start(command.wanted);
        return;
      case "pause":
        this.#pause(command.modelId);
        return;
      case "discard":
        void this.#discard(command.modelId);
        return;
    }
  }

  /**
   * How large the download of a model would be.
   * @throws AppError for what the hub or the network say; `cancelled` when `signal` aborts.
   */
  async askListing(wanted: WantedModel, signal: AbortSignal): Promise<Listing> {
    const worker = this.#surroundings.startWorker();
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    const stop = () => reject(new AppError("cancelled", "the reader stopped it"));
    signal.addEventListener("abort", stop);
    try {
      return await Promise.race([worker.list(wanted), stopped]);
    } finally {
      signal.removeEventListener("abort", stop);
      worker.end();
    }
  }

  async #start(wanted: WantedModel): Promise<void> {
    const { modelId } = wanted;
    if (this.#workers.has(modelId)) return;
    const worker = this.#surroundings.startWorker();
    this.#workers.set(modelId, worker);
    const isCurrent = () => this.#workers.get(modelId) === worker;
    this.#tell({ ...this.#known(modelId), state: { kind: "listing" } });
    try {
      await this.#surroundings.persist().catch(() => {}); // it is only asked for
      if (!isCurrent()) return;
      await worker.download(wanted, (progress) => {
        if (isCurrent()) this.#tell({ modelId, ...progress });
      });
      const { totalBytes } = this.#known(modelId);
      const done = {
        modelId,
        loadedBytes: totalBytes,
        totalBytes,
        state: { kind: "done" },
      } as const;
      if (isCurrent()) this.#tell(done);
    } catch (thrown) {
      const error = AppError.from(thrown, "download-failed").toWire();
      if (isCurrent()) this.#tell({ ...this.#known(modelId), state: { kind: "failed", error } });
    } finally {
      worker.end();
      if (isCurrent()) this.#workers.delete(modelId);
      await this.#readHalves();
    }
  }

  #pause(modelId: string): void {
    this.#stop(modelId);
    const known = this.#downloads.get(modelId);
    if (known) this.#tell({ ...known, state: { kind: "paused" } });
  }

  async #discard(modelId: string): Promise<void> {
    this.#stop(modelId);
    this.#downloads.delete(modelId);
    this.#discarding.add(modelId);
    this.#tellAll();
    try {
      // until the worker has let go of its files
      await navigator.locks.request(downloadLock(modelId), () => removeHalfModel(modelId));
    } finally {
      this.#discarding.delete(modelId);
      await this.#readHalves(); // what could not be removed is there again
    }
  }

  #stop(modelId: string): void {
    this.#workers.get(modelId)?.pause();
    this.#workers.delete(modelId);
  }

  /** Takes over what lies on the disk of downloads that do not run, as after the browser ended. */
  async #readHalves(): Promise<void> {
    const halves = new Map((await listHalfModels()).map((half) => [half.id, half.files]));
    for (const [modelId, files] of halves) {
      if (this.#workers.has(modelId) || this.#discarding.has(modelId)) continue;
      const { state } = this.#known(modelId);
      const stays = state.kind === "failed" || state.kind === "paused";
      const left = stays ? state : stateOfHalf(modelId, files);
      this.#downloads.set(modelId, { modelId, ...sizes(files), state: left });
    }
    for (const { modelId, state } of this.#downloads.values())
      if (state.kind === "paused" && !halves.has(modelId)) this.#downloads.delete(modelId);
    this.#tellAll();
  }

  #known(modelId: string): Download {
    const none = { modelId, loadedBytes: 0, totalBytes: 0, state: { kind: "listing" } } as const;
    return this.#downloads.get(modelId) ?? none;
  }

  #tell(download: Download): void {
    this.#downloads.set(download.modelId, download);
    this.#tellAll();
  }

  #tellAll(): void {
    for (const listener of this.#listeners) listener([...this.#downloads.values()]);
  }
}

function sizes(files: readonly KeptFile[]): { loadedBytes: number; totalBytes: number } {
  return { loadedBytes: sumKeptBytes(files), totalBytes: sumBytes(files) };
}

/** A model that was copied from a folder, and lost a file, has no hub to go on from. */
function stateOfHalf(modelId: string, files: readonly KeptFile[]): DownloadState {
  if (!isLocal(modelId)) return { kind: "paused" };
  const file = files.find((file) => !isWhole(file))?.path;
  const facts = file === undefined ? {} : { file };
  return {
    kind: "failed",
    error: new AppError("model-damaged", "a file of an imported model", { facts }).toWire(),
  };
}
