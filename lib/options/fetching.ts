import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";
import type { Download, Downloads, WantedModel } from "../models/downloads.ts";

/** A model as the reader knows it. */
export interface ModelChoice {
  id: string;
  name: string;
}

/** What the reader is asked before anything of a model is fetched. One model at a time. */
export type Inquiry =
  | { kind: "none" }
  /** The hub was asked how large the model is. */
  | { kind: "asking"; model: ModelChoice }
  /** The reader sees what would be fetched, and whether this connection is paid for by the byte. */
  | {
      kind: "offered";
      model: ModelChoice;
      wanted: WantedModel;
      bytes: number;
      isMetered: boolean;
    }
  | { kind: "failed"; model: ModelChoice; error: WireError };

/** What fetching needs of the browser and of the download worker. */
export interface FetchingSurroundings {
  downloads: Downloads;
  /** Bytes of the files that a machine would need, by the hub. */
  askSize(wanted: WantedModel, signal: AbortSignal): Promise<number>;
  /** How to ask for a model here, best first. */
  waysToWant(modelId: string): Promise<readonly WantedModel[]>;
  /** Whether the reader pays for each byte, or has asked to save them. */
  isMetered(): boolean;
  /** Told of each model whose download, begun here, is done. */
  onFetched(modelId: string): void;
  /** Told when a download has come, gone, or changed what it is doing. */
  onChange(): void;
}

/** Models on their way here, and how to get one: two clicks, with its size between them. */
export interface Fetching {
  /** Those that are not done. They go on when the page that shows them is closed. */
  readonly downloads: ReadonlySignal<readonly Download[]>;
  readonly inquiry: ReadonlySignal<Inquiry>;
  /** First click: asks for the size, and offers the model with it. */
  ask(model: ModelChoice): Promise<void>;
  /** Second click, after the reader saw the size. */
  accept(): void;
  /** Ends an inquiry, or puts an offer or a failure away. */
  putAway(): void;
  pause(modelId: string): void;
  /** Goes on with a download; on a metered connection the reader is asked first. */
  resume(model: ModelChoice): Promise<void>;
  /** Fetches again what is missing of a model that the reader had fetched before. */
  mend(modelId: string): Promise<void>;
  discard(modelId: string): void;
}

export function createFetching(surroundings: FetchingSurroundings): Fetching {
  return new ReadersFetching(surroundings);
}

class ReadersFetching implements Fetching {
  readonly downloads = signal<readonly Download[]>([]);
  readonly inquiry = signal<Inquiry>({ kind: "none" });
  readonly #surroundings: FetchingSurroundings;
  readonly #begunHere = new Set<string>();
  #asking = new AbortController();

  constructor(surroundings: FetchingSurroundings) {
    this.#surroundings = surroundings;
    surroundings.downloads.watch((downloads) => this.#take(downloads));
  }

  async ask(model: ModelChoice): Promise<void> {
    const signal = this.#askAnew();
    this.inquiry.value = { kind: "asking", model };
    try {
      const { wanted, bytes } = await this.#firstThatRuns(model.id, signal);
      if (signal.aborted) return;
      const isMetered = this.#surroundings.isMetered();
      this.inquiry.value = { kind: "offered", model, wanted, bytes, isMetered };
    } catch (thrown) {
      if (signal.aborted) return;
      this.inquiry.value = { kind: "failed", model, error: AppError.from(thrown).toWire() };
    } finally {
      this.#surroundings.onChange(); // the hub was asked, which the ledger tells
    }
  }

  accept(): void {
    const inquiry = this.inquiry.value;
    if (inquiry.kind !== "offered") return;
    this.inquiry.value = { kind: "none" };
    this.#start(inquiry.wanted);
  }

  putAway(): void {
    this.#askAnew();
    this.inquiry.value = { kind: "none" };
  }

  pause(modelId: string): void {
    this.#surroundings.downloads.command({ kind: "pause", modelId });
  }

  async resume(model: ModelChoice): Promise<void> {
    const [wanted] = await this.#surroundings.waysToWant(model.id);
    const download = this.downloads.value.find(({ modelId }) => modelId === model.id);
    if (!wanted || !download) return;
    if (!this.#surroundings.isMetered()) return this.#start(wanted);
    this.#askAnew();
    const bytes = download.totalBytes - download.loadedBytes;
    this.inquiry.value = { kind: "offered", model, wanted, bytes, isMetered: true };
  }

  async mend(modelId: string): Promise<void> {
    const [wanted] = await this.#surroundings.waysToWant(modelId);
    if (wanted) this.#start(wanted);
  }

  discard(modelId: string): void {
    this.#begunHere.delete(modelId);
    this.#surroundings.downloads.command({ kind: "discard", modelId });
  }

  #start(wanted: WantedModel): void {
    this.#begunHere.add(wanted.modelId);
    this.#surroundings.downloads.command({ kind: "start", wanted });
  }

  /** Ends the inquiry that goes on; gives the signal of the next. */
  #askAnew(): AbortSignal {
    this.#asking.abort();
    this.#asking = new AbortController();
    return this.#asking.signal;
  }

  async #firstThatRuns(
    modelId: string,
    signal: AbortSignal,
  ): Promise<{ wanted: WantedModel; bytes: number }> {
    const ways = await this.#surroundings.waysToWant(modelId);
    for (const wanted of ways) {
      try {
        return { wanted, bytes: await this.#surroundings.askSize(wanted, signal) };
      } catch (thrown) {
        const isLast = wanted === ways.at(-1);
        if (isLast || AppError.from(thrown).code !== "model-unsupported") throw thrown;
      }
    }
    throw new AppError("model-unsupported", "no way to run it here");
  }

  #take(downloads: readonly Download[]): void {
    const before = outlineOf(this.downloads.value);
    for (const { modelId, state } of downloads)
      if (state.kind === "done" && this.#begunHere.delete(modelId))
        this.#surroundings.onFetched(modelId);
    this.downloads.value = downloads.filter(({ state }) => state.kind !== "done");
    if (outlineOf(this.downloads.value) !== before) this.#surroundings.onChange();
  }
}

/** What of downloads is news, unlike how far they are. */
function outlineOf(downloads: readonly Download[]): string {
  return downloads.map(({ modelId, state }) => `${modelId} ${state.kind}`).join("\n");
}
