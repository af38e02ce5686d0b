import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page, Worker } from "playwright";
import { production } from "../../e2e/launch.ts";

/** A worker like the one that downloads, which does nothing by itself. */
export class PlainWorker {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Starts it in a page of the extension. */
  static async start(page: Page): Promise<PlainWorker> {
    const assets = readdirSync(join(production, "assets"));
    const script = assets.find((name) => name.startsWith("download-worker"));
    if (!script) throw new Error("the build has no download worker");
    const starting = page.waitForEvent("worker");
    await page.evaluate((script) => {
      Object.assign(globalThis, { plain: new Worker(`/assets/${script}`, { type: "module" }) });
    }, script);
    return new PlainWorker(await starting);
  }

  /** Streams an address into a file without looking at it; gives milliseconds. */
  fetchMs(url: string): Promise<number> {
    return this.#worker.evaluate(fetchIntoFile, url);
  }
}

/** Runs in the worker. */
async function fetchIntoFile(url: string): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const beganAtMs = performance.now();
  const { body } = await fetch(url, { cache: "no-store", credentials: "omit" });
  const handle = await root.getFileHandle("plain", { create: true });
  await body?.pipeTo(await handle.createWritable());
  const ms = performance.now() - beganAtMs;
  await root.removeEntry("plain");
  return ms;
}
