import type {
  Download,
  DownloadCommand,
  Downloads,
  DownloadState,
} from "../../../lib/models/downloads.ts";

/** Downloads that change only as a test says, and what was asked of them. */
export class PlayedDownloads implements Downloads {
  readonly commands: DownloadCommand[] = [];
  readonly #listeners = new Set<(downloads: readonly Download[]) => void>();
  #now: readonly Download[] = [];

  watch(listener: (downloads: readonly Download[]) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#now);
    return () => this.#listeners.delete(listener);
  }

  command(command: DownloadCommand): void {
    this.commands.push(command);
  }

  tell(...downloads: Download[]): void {
    this.#now = downloads;
    for (const listener of this.#listeners) listener(downloads);
  }
}

/** A download of 100 bytes, 40 of which are here. */
export function download(modelId: string, state: DownloadState): Download {
  return { modelId, loadedBytes: 40e6, totalBytes: 100e6, state };
}
