import type { Page } from "@playwright/test";
import type { Download, DownloadCommand } from "../../lib/models/downloads.ts";
import type { Launched } from "./launch.ts";

/** Downloads in which nothing more happens by itself. */
const settled = ["done", "failed", "paused"] as const;

/** The SHA-256 of each file, by path. */
export type Hashes = Record<string, string>;

/**
 * Sotto's downloads as its pages see them: over the channel to the offscreen page, from a page of
 * the extension that does nothing by itself.
 */
export class DownloadsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(sotto: Launched): Promise<DownloadsPage> {
    const page = await sotto.context.newPage();
    await page.goto(`chrome-extension://${sotto.extensionId}/icon/16.png`);
    await page.evaluate(openChannel);
    return new DownloadsPage(page);
  }

  command(command: DownloadCommand): Promise<void> {
    return this.page.evaluate((command) => seen.port.postMessage(command), command);
  }

  /** Asks for what the processor needs of a model. */
  start(modelId: string): Promise<void> {
    const wanted = { modelId, device: "wasm", shaderF16: false } as const;
    return this.command({ kind: "start", wanted });
  }

  /** A download as it is once its state is one of these. */
  until(modelId: string, ...kinds: Download["state"]["kind"][]): Promise<Download> {
    return this.page.evaluate(({ modelId, kinds }) => seen.until(modelId, { kinds }), {
      modelId,
      kinds,
    });
  }

  /** A download as it is once so many of its bytes are verified. */
  untilLoaded(modelId: string, loadedBytes: number): Promise<Download> {
    return this.page.evaluate(({ modelId, loadedBytes }) => seen.until(modelId, { loadedBytes }), {
      modelId,
      loadedBytes,
    });
  }

  /** Fetches a model; gives how that ended. */
  async fetch(modelId: string): Promise<Download> {
    await this.start(modelId);
    return this.until(modelId, ...settled);
  }

  /** The files of every stored model, read from the disk. */
  stored(): Promise<Record<string, Hashes>> {
    return this.page.evaluate(hashStoredModels);
  }
}

/** What the page keeps between two calls from the test. */
interface Seen {
  port: { postMessage(command: DownloadCommand): void };
  until(
    modelId: string,
    what: { kinds?: readonly string[]; loadedBytes?: number },
  ): Promise<Download>;
}

declare const seen: Seen;

/** Runs in the page. */
async function openChannel(): Promise<void> {
  if (!(await chrome.offscreen.hasDocument()))
    await chrome.offscreen.createDocument({
      url: "offscreen.html",
      reasons: ["WORKERS"],
      justification: "as the panel does",
    });
  let downloads: readonly Download[] = [];
  const listeners = new Set<() => void>();
  const port = chrome.runtime.connect({ name: "downloads" });
  port.onMessage.addListener((all) => {
    downloads = all;
    for (const listener of listeners) listener();
  });
  const until: Seen["until"] = (modelId, { kinds, loadedBytes = Infinity }) =>
    new Promise((resolve) => {
      const look = () => {
        const download = downloads.find((download) => download.modelId === modelId);
        if (!download) return;
        if (!kinds?.includes(download.state.kind) && download.loadedBytes < loadedBytes) return;
        listeners.delete(look);
        resolve(download);
      };
      listeners.add(look);
      look();
    });
  Object.assign(globalThis, { seen: { port, until } });
}

/** Runs in the page. Reads the disk itself, so that it says what is there and not what is thought. */
async function hashStoredModels(): Promise<Record<string, Hashes>> {
  const root = await navigator.storage.getDirectory();
  const models = await root.getDirectoryHandle("models", { create: true });
  const stored: Record<string, Hashes> = {};
  for await (const folder of models.values()) {
    if (folder.kind !== "directory") continue;
    const manifest = await readManifest(folder);
    if (!manifest || manifest.files.length === 0) continue;
    const hashes: Hashes = {};
    for (const { path } of manifest.files) hashes[path] = await hashOf(folder, path);
    stored[manifest.id] = hashes;
  }
  return stored;

  async function readManifest(folder: FileSystemDirectoryHandle) {
    const handle = await folder.getFileHandle("model.json").catch(() => null);
    const manifest: { id: string; files: { path: string }[] } | null =
      handle && JSON.parse(await (await handle.getFile()).text());
    return manifest;
  }

  async function hashOf(folder: FileSystemDirectoryHandle, path: string): Promise<string> {
    const names = path.split("/");
    const file = names.pop() ?? "";
    let inner = folder;
    for (const name of names) inner = await inner.getDirectoryHandle(name);
    const bytes = await (await (await inner.getFileHandle(file)).getFile()).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  runtime: {
    connect(info: { name: string }): {
      postMessage(command: DownloadCommand): void;
      onMessage: { addListener(listener: (downloads: readonly Download[]) => void): void };
    };
  };
  offscreen: {
    hasDocument(): Promise<boolean>;
    createDocument(options: {
      url: string;
      reasons: string[];
      justification: string;
    }): Promise<void>;
  };
};
