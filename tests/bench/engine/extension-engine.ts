import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Page } from "playwright";
import type { Job, JobEvent, JobStats, ReadingWay } from "../../../lib/engine/engine.ts";
import type { EngineState } from "../../../lib/engine/state.ts";
import type { TaskText } from "../../../lib/tasks/task.ts";
import { chooseModel } from "../../../scripts/demo/choose-model.ts";
import type { Launched } from "../../e2e/launch.ts";
import type { Timing } from "./timing.ts";

/** Copying a model into the extension's storage may take this long. */
const IMPORT_MS = 120_000;

/** So long after a job a model leaves that is to be loaded again. */
const UNLOAD_MINUTES = 1e-6;

/** A job and how long the model took to load for it; null if it was there already. */
export interface Ran extends Timing {
  loadMs: number | null;
}

/** A question about a page, and what was asked and answered about it before. */
export interface Question {
  title: string;
  passages: readonly string[];
  question: string;
  earlier: readonly string[];
}

/** An answer to its end, and how long its first token took from the asking on. */
export interface Answered {
  text: string;
  firstTokenMs: number;
  stats: JobStats;
}

/** A summary, and how much of the page was read for it. */
export interface Summarized {
  text: string;
  /** Null where the task has no choice. */
  way: ReadingWay | null;
  readPassages: number;
  /** From the asking to the last word. */
  seconds: number;
}

/** The extension's own engine, asked as the panel asks it: by a port to the offscreen page. */
export class ExtensionEngine {
  readonly #page: Page;
  readonly #threads: number | null;
  #modelId = "";
  #jobs = 0;

  private constructor(page: Page, threads: number | null) {
    this.#page = page;
    this.#threads = threads;
  }

  /** @param threads Of the processor; null for whatever the extension would choose by itself. */
  static async open(sotto: Launched, threads: number | null): Promise<ExtensionEngine> {
    const page = await sotto.context.newPage();
    await page.goto(`chrome-extension://${sotto.extensionId}/sidepanel.html`);
    return new ExtensionEngine(page, threads);
  }

  /** Puts a model in as a reader does who has a folder of it. */
  async addModel(folder: string): Promise<void> {
    const name = basename(folder);
    await this.#page.getByLabel("Use a folder…").setInputFiles(folder);
    const listed = this.#page.locator("label").filter({ hasText: name });
    await listed.waitFor({ state: "attached", timeout: IMPORT_MS });
    this.#modelId = `local/${name}`;
  }

  /** Uses a model of the hub by its id, which is fetched once, or one in a folder. */
  async useModel(idOrFolder: string): Promise<void> {
    if (existsSync(idOrFolder)) return this.addModel(resolve(idOrFolder));
    await chooseModel(this.#page, idOrFolder);
    this.#modelId = idOrFolder;
  }

  /** Has a text summarized, up to `answerTokens` of the answer. */
  async run(passages: readonly string[], answerTokens: number): Promise<Ran> {
    await this.#page.bringToFront();
    return this.#page.evaluate(runJob, { job: this.#jobFor(passages), answerTokens });
  }

  /** Ending a job may have ended a slow engine; the run that loads it again only warms it up. */
  async runWarm(passages: readonly string[], answerTokens: number): Promise<Ran> {
    const ran = await this.run(passages, answerTokens);
    return ran.loadMs === null ? ran : this.run(passages, answerTokens);
  }

  /** Has a question about a page answered. */
  async ask({ title, passages, question, earlier }: Question): Promise<Answered> {
    await this.#page.bringToFront();
    return this.#page.evaluate(answerJob, {
      ...this.#jobFor(passages),
      taskId: "ask",
      instruction: question,
      text: { title, language: null, passages: [...passages], earlier: [[...earlier]] },
    });
  }

  /** Has a page summarized to the end, all of it or as much as the engine chooses to read. */
  async summarize(text: TaskText, readsAll: boolean): Promise<Summarized> {
    await this.#page.bringToFront();
    return this.#page.evaluate(summarizeJob, { ...this.#jobFor([]), text, readsAll });
  }

  /** Loads the model, which then leaves the memory at once; gives how long that took. */
  async load(): Promise<number> {
    const job = this.#jobFor(["The river rose in the night."]);
    const unloading = { ...job, settings: { ...job.settings, idleMinutes: UNLOAD_MINUTES } };
    for (;;) {
      const { loadMs } = await this.#page.evaluate(runJob, { job: unloading, answerTokens: 1 });
      if (loadMs !== null) return loadMs; // else the model had not left yet
    }
  }

  /** About a page of its own: one that was read before would not be read again. */
  #jobFor(passages: readonly string[]): Job {
    const title = `Bench ${this.#jobs++ % 10}`;
    return {
      modelId: this.#modelId,
      taskId: "summarize",
      options: {},
      text: { title, language: "en", passages: [...passages] },
      settings: {
        device: this.#threads === null ? "auto" : "wasm",
        threads: this.#threads,
        idleMinutes: 60,
      },
    };
  }
}

/**
 * Runs in a page of the extension. All times are between two events' arrivals there, so the way
 * from the engine to the page is in both and falls out. Nearly every token gives a piece of text;
 * one that does not makes the engine seem slower, never faster.
 */
function runJob({ job, answerTokens }: { job: Job; answerTokens: number }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const at = { loading: NaN, ready: NaN, started: NaN };
    const tokensAt: number[] = [];
    let promptTokens = 0;
    const states = chrome.runtime.connect({ name: "state" });
    states.onMessage.addListener(({ kind }) => {
      if (kind === "loading" && isNaN(at.loading)) at.loading = performance.now();
      if (kind === "ready" && isNaN(at.ready)) at.ready = performance.now();
    });
    const jobPort = chrome.runtime.connect({ name: "job" });
    jobPort.onMessage.addListener((event) => {
      if (event.kind === "started") at.started = performance.now();
      if (event.kind === "prefill") promptTokens = event.promptTokens;
      if (event.kind === "text") tokensAt.push(performance.now());
      if (event.kind === "failed") reject(new Error(JSON.stringify(event)));
      if (event.kind !== "done" && tokensAt.length < answerTokens) return;
      states.disconnect();
      jobPort.disconnect(); // which ends the job
      resolve({
        loadMs: isNaN(at.loading) ? null : at.ready - at.loading,
        promptTokens,
        prefillMs: (tokensAt[0] ?? NaN) - at.started,
        passMs: tokensAt.slice(1).map((ms, i) => ms - (tokensAt[i] ?? NaN)),
      });
    });
    jobPort.postMessage(job);
  });
}

/**
 * Runs in a page of the extension, as `runJob`; the job is run to its end. With the last of the
 * prompt read, the first token is known.
 */
function answerJob(job: Job): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let firstTokenMs = NaN;
    const port = chrome.runtime.connect({ name: "job" });
    const askedAt = performance.now();
    port.onMessage.addListener((event) => {
      if (event.kind === "prefill") firstTokenMs = performance.now() - askedAt;
      if (event.kind === "failed") reject(new Error(JSON.stringify(event)));
      if (event.kind !== "done") return;
      port.disconnect();
      resolve({ text: event.text, firstTokenMs, stats: event.stats });
    });
    port.postMessage(job);
  });
}

/** Runs in a page of the extension, as `runJob`; the job is run to its end. */
function summarizeJob(job: Job): Promise<Summarized> {
  return new Promise((resolve, reject) => {
    let way: ReadingWay | null = null;
    let readPassages = 0;
    const port = chrome.runtime.connect({ name: "job" });
    const askedAt = performance.now();
    port.onMessage.addListener((event) => {
      if (event.kind === "started") {
        way = event.way ?? null;
        readPassages = event.readPassages;
      }
      if (event.kind === "failed") reject(new Error(JSON.stringify(event)));
      if (event.kind !== "done") return;
      port.disconnect();
      const seconds = (performance.now() - askedAt) / 1000;
      resolve({ text: event.text, way, readPassages, seconds });
    });
    port.postMessage(job);
  });
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  runtime: {
    connect(info: { name: "state" }): Port<EngineState>;
    connect(info: { name: "job" }): Port<JobEvent | { kind: "failed" }>;
  };
};

interface Port<Message> {
  onMessage: { addListener(listener: (message: Message) => void): void };
  postMessage(message: Job): void;
  disconnect(): void;
}
