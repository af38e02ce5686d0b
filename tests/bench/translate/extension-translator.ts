import { basename } from "node:path";
import type { Page } from "playwright";
import type { TranslationEvent, TranslationJob } from "../../../lib/engine/translation.ts";
import { countModels } from "../../e2e/count-models.ts";

/** Copying a pack into the extension's storage may take this long. */
const IMPORT_MS = 120_000;

/** The extension's own packs, asked as the panel asks them: by a port to the offscreen page. */
export class ExtensionTranslator {
  readonly #panel: Page;
  readonly #threads: number;
  #packId = "";

  constructor(panel: Page, threads: number) {
    this.#panel = panel;
    this.#threads = threads;
  }

  /** Puts a pack in as a reader does who has a folder of it; all jobs use as many threads. */
  async addPack(folder: string): Promise<void> {
    await this.#panel.getByLabel("Use a folder…").setInputFiles(folder);
    await this.#waitForPack();
    await this.#panel.evaluate(
      (threads) => chrome.storage.local.set({ engineSettings: { device: "wasm", threads } }),
      this.#threads,
    );
    this.#packId = `local/${basename(folder)}`;
  }

  async #waitForPack(): Promise<void> {
    const lastMs = Date.now() + IMPORT_MS;
    while ((await this.#panel.evaluate(countModels)) === 0) {
      if (Date.now() > lastMs) throw new Error("the pack was not stored");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Milliseconds in which one job translates all the texts, side by side where it can. */
  together(texts: readonly string[]): Promise<number> {
    return this.#run([this.#jobFor(texts)]);
  }

  /** The same with a job for each text, one after the other. */
  oneByOne(texts: readonly string[]): Promise<number> {
    return this.#run(texts.map((text) => this.#jobFor([text])));
  }

  #run(jobs: readonly TranslationJob[]): Promise<number> {
    return this.#panel.evaluate(runJobs, jobs);
  }

  #jobFor(texts: readonly string[]): TranslationJob {
    return {
      packIds: [this.#packId],
      texts: [...texts],
      settings: { device: "wasm", threads: this.#threads, idleMinutes: 60 },
    };
  }
}

/**
 * Runs in the panel, one job after the other.
 * @throws Error if a text was not translated: the time would be that of something else.
 */
async function runJobs(jobs: readonly TranslationJob[]): Promise<number> {
  const startMs = performance.now();
  for (const job of jobs)
    await new Promise<void>((resolve, reject) => {
      const port = chrome.runtime.connect({ name: "translation" });
      port.onMessage.addListener((event) => {
        if (event.kind === "translated" && event.isTranslated) return;
        port.disconnect();
        if (event.kind === "done") resolve();
        else reject(new Error(JSON.stringify(event)));
      });
      port.postMessage(job);
    });
  return performance.now() - startMs;
}

/** Part of Chrome's API as it is seen inside `evaluate`, in the panel. */
declare const chrome: {
  runtime: { connect(info: { name: "translation" }): Port };
  storage: { local: { set(items: object): Promise<void> } };
};

interface Port {
  onMessage: {
    addListener(listener: (event: TranslationEvent | { kind: "failed" }) => void): void;
  };
  postMessage(message: TranslationJob): void;
  disconnect(): void;
}
