import type { CDPSession, Page } from "@playwright/test";
import type {
  Download,
  DownloadCommand,
  DownloadState,
  WantedModel,
} from "../../lib/models/downloads.ts";
import type { Launched } from "./launch.ts";

/** The SHA-256 of each file, by path. */
export type Hashes = Record<string, string>;

/**
 * Sotto's downloads as its pages see them: over the channel to the offscreen page, from a page of
 * the extension that does nothing by itself.
 */
export class DownloadsPage {
  readonly page: Page;
  /** An override of the quota lasts as long as the session that made it. */
  #session: CDPSession | null = null;

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
    return this.page.evaluate((command) => seen.command(command), command);
  }

  /** Asks for what the processor needs of a model. */
  start(modelId: string): Promise<void> {
    return this.command({ kind: "start", wanted: wanted(modelId) });
  }

  /** Fetches a model; gives how that ended. */
  fetch(modelId: string): Promise<Download> {
    return this.page.evaluate((wanted) => seen.fetch(wanted), wanted(modelId));
  }

  /**
   * Fetches a model, which must go well. Gives milliseconds: of the whole download, and of one file
   * of it from before its request until it was checked and the next one began.
   */
  timeFetch(modelId: string, path: string): Promise<{ wholeMs: number; fileMs: number }> {
    return this.page.evaluate(timeFetch, { wanted: wanted(modelId), path });
  }

  /** A download as it is once its state is one of these. */
  until(modelId: string, ...kinds: DownloadState["kind"][]): Promise<Download> {
    const until = ({ modelId, kinds }: { modelId: string; kinds: string[] }) =>
      seen.until(modelId, ({ state }) => kinds.includes(state.kind));
    return this.page.evaluate(until, { modelId, kinds });
  }

  /** How many steps of a file that is arriving are kept on the disk. */
  keptSteps(modelId: string, path: string): Promise<number> {
    return this.page.evaluate(countKeptSteps, { modelId, path });
  }

  /** Bytes that came of a host's files, by the ledger. */
  cameFrom(host: string, path: string): Promise<number> {
    return this.page.evaluate(sumLedger, { host, path });
  }

  /** Removes all models and the ledger, behind Sotto's back. */
  async removeAll(): Promise<void> {
    await this.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry("models", { recursive: true });
      await root.removeEntry("ledger.jsonl");
    });
  }

  /** Ends the offscreen page and its workers at once. */
  closeOffscreen(): Promise<void> {
    return this.page.evaluate(() => chrome.offscreen.closeDocument());
  }

  /** Leaves so much space; only for a build without unlimited storage. */
  async setFreeBytes(freeBytes: number): Promise<void> {
    const usage = await this.page.evaluate(async () => (await navigator.storage.estimate()).usage);
    this.#session ??= await this.page.context().newCDPSession(this.page);
    const origin = this.page.url().replace(/(?<=\w)\/.*/, "");
    const quotaSize = (usage ?? 0) + freeBytes;
    await this.#session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  }

  /** The files of every stored model, read from the disk. */
  stored(): Promise<Record<string, Hashes>> {
    return this.page.evaluate(hashStoredModels);
  }
}

function wanted(modelId: string): WantedModel {
  return { modelId, device: "wasm", shaderF16: false };
}

/** What the page keeps between two calls from the test. */
interface Seen {
  command(command: DownloadCommand): void;
  until(modelId: string, is: (download: Download) => boolean): Promise<Download>;
  fetch(wanted: WantedModel): Promise<Download>;
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
  const until: Seen["until"] = (modelId, is) =>
    new Promise((resolve) => {
      const look = () => {
        const download = downloads.find((download) => download.modelId === modelId);
        if (!download || !is(download)) return;
        listeners.delete(look);
        resolve(download);
      };
      listeners.add(look);
      look();
    });
  const command = (command: DownloadCommand) => port.postMessage(command);
  const isSettled = ({ state: { kind } }: Download) => ["done", "failed", "paused"].includes(kind);
  const fetch: Seen["fetch"] = async (wanted) => {
    command({ kind: "start", wanted });
    await until(wanted.modelId, (download) => !isSettled(download)); // what it was before counts not
    return until(wanted.modelId, isSettled);
  };
  Object.assign(globalThis, { seen: { command, until, fetch } satisfies Seen });
}

/** Runs in the page. */
async function timeFetch({ wanted, path }: { wanted: WantedModel; path: string }) {
  const { modelId } = wanted;
  const isFetching = ({ state }: Download) => state.kind === "fetching" && state.file === path;
  const beganAtMs = performance.now();
  const fetched = seen.fetch(wanted);
  await seen.until(modelId, isFetching);
  const fileBeganAtMs = performance.now();
  await seen.until(modelId, (download) => !isFetching(download));
  const fileMs = performance.now() - fileBeganAtMs;
  const { state } = await fetched;
  if (state.kind !== "done") throw new Error(JSON.stringify(state));
  return { wholeMs: performance.now() - beganAtMs, fileMs };
}

/** What is written beside a model's files, as far as tests look at it. */
interface Manifest {
  id: string;
  files: { path: string }[];
  arriving: { path: string; stepSha256: string[] }[];
}

/** Runs in the page, and reads the disk itself: what is there, and not what is thought. */
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

  async function readManifest(folder: FileSystemDirectoryHandle): Promise<Manifest | null> {
    const handle = await folder.getFileHandle("model.json").catch(() => null);
    return handle && JSON.parse(await (await handle.getFile()).text());
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

/** Runs in the page. While a file arrives its steps are in the journal beside it, 32 bytes each. */
async function countKeptSteps(of: { modelId: string; path: string }): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const models = await root.getDirectoryHandle("models", { create: true });
  for await (const folder of models.values()) {
    if (folder.kind !== "directory") continue;
    if (!decodeURIComponent(folder.name).startsWith(`${of.modelId}@`)) continue;
    const names = `${of.path}.steps`.split("/");
    const journal = names.pop() ?? "";
    let inner: FileSystemDirectoryHandle | null = folder;
    for (const name of names)
      inner = (await inner?.getDirectoryHandle(name).catch(() => null)) ?? null;
    const handle = await inner?.getFileHandle(journal).catch(() => null);
    return Math.floor(((await handle?.getFile())?.size ?? 0) / 32);
  }
  return 0;
}

/** Runs in the page. */
async function sumLedger(of: { host: string; path: string }): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle("ledger.jsonl")).getFile();
  const lines = (await file.text()).split("\n").filter((line) => line !== "");
  const asked = new Set<string>();
  let sum = 0;
  for (const line of lines) {
    const { id, host, path, bytes }: Partial<Record<string, string>> & { bytes?: number } =
      JSON.parse(line);
    if (id && host === of.host && path === of.path) asked.add(id);
    if (id && asked.has(id)) sum += bytes ?? 0;
  }
  return sum;
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
    closeDocument(): Promise<void>;
    createDocument(options: {
      url: string;
      reasons: string[];
      justification: string;
    }): Promise<void>;
  };
};
