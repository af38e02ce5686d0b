import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";

/** A model that the reader can fetch or has. */
export interface ModelChoice {
  id: string;
  name: string;
}

/** What goes on with the reader's models. */
export type ModelsActivity =
  | { kind: "idle" }
  /** The hub was asked how large a model is. */
  | { kind: "asking-size"; model: ModelChoice }
  /** The reader is shown the size and may start the download. */
  | { kind: "offered"; model: ModelChoice; totalBytes: number }
  | { kind: "fetching"; model: ModelChoice; loadedBytes: number; totalBytes: number }
  /** A folder is being copied into Sotto's storage. */
  | { kind: "importing"; loadedBytes: number; totalBytes: number }
  | { kind: "failed"; error: WireError };

/** What the reader's models need of the browser and the download worker. */
export interface ModelsSurroundings {
  listStored(): Promise<readonly ModelChoice[]>;
  readChosen(): Promise<string | null>;
  writeChosen(modelId: string | null): Promise<void>;
  /** The model to offer on this machine. */
  recommend(): Promise<ModelChoice>;
  /** Bytes of the files that this machine would need. */
  askSize(modelId: string, signal: AbortSignal): Promise<number>;
  fetchModel(modelId: string, onProgress: OnProgress, signal: AbortSignal): Promise<void>;
  /** Gives the id of the new model. */
  importFolder(
    files: readonly File[],
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<string>;
  removeModel(modelId: string): Promise<void>;
  /** How many requests Sotto has ever made. */
  countRequests(): Promise<number>;
}

type OnProgress = (progress: { loadedBytes: number; totalBytes: number }) => void;

/** The reader's models: which are there, which is chosen, and how to get one. */
export interface Models {
  readonly stored: ReadonlySignal<readonly ModelChoice[]>;
  readonly chosenId: ReadonlySignal<string | null>;
  readonly recommended: ReadonlySignal<ModelChoice | null>;
  readonly activity: ReadonlySignal<ModelsActivity>;
  readonly requestCount: ReadonlySignal<number>;
  choose(modelId: string): Promise<void>;
  /** First step of a download: asks for the size, and offers the model with it. */
  askSize(model: ModelChoice): Promise<void>;
  /** Second step, after the reader saw the size. Chooses the model when it is there. */
  fetchModel(model: ModelChoice): Promise<void>;
  /** Copies a model from a folder and chooses it. */
  importFolder(files: readonly File[]): Promise<void>;
  remove(modelId: string): Promise<void>;
  /** Ends what goes on, or puts an offer or a failure away. */
  stop(): void;
  refresh(): Promise<void>;
}

export function createModels(surroundings: ModelsSurroundings): Models {
  return new ReadersModels(surroundings);
}

class ReadersModels implements Models {
  readonly stored = signal<readonly ModelChoice[]>([]);
  readonly chosenId = signal<string | null>(null);
  readonly recommended = signal<ModelChoice | null>(null);
  readonly activity = signal<ModelsActivity>({ kind: "idle" });
  readonly requestCount = signal(0);
  readonly #surroundings: ModelsSurroundings;
  #current = new AbortController();

  constructor(surroundings: ModelsSurroundings) {
    this.#surroundings = surroundings;
  }

  async choose(modelId: string): Promise<void> {
    await this.#surroundings.writeChosen(modelId);
    await this.refresh();
  }

  askSize(model: ModelChoice): Promise<void> {
    return this.#act({ kind: "asking-size", model }, async (signal) => {
      const totalBytes = await this.#surroundings.askSize(model.id, signal);
      return { kind: "offered", model, totalBytes };
    });
  }

  fetchModel(model: ModelChoice): Promise<void> {
    return this.#act({ kind: "fetching", model, ...nothingYet }, async (signal) => {
      const onProgress: OnProgress = (progress) => {
        if (!signal.aborted) this.activity.value = { ...progress, kind: "fetching", model };
      };
      await this.#surroundings.fetchModel(model.id, onProgress, signal);
      await this.#surroundings.writeChosen(model.id);
      return { kind: "idle" };
    });
  }

  importFolder(files: readonly File[]): Promise<void> {
    return this.#act({ kind: "importing", ...nothingYet }, async (signal) => {
      const onProgress: OnProgress = (progress) => {
        if (!signal.aborted) this.activity.value = { ...progress, kind: "importing" };
      };
      const id = await this.#surroundings.importFolder(files, onProgress, signal);
      await this.#surroundings.writeChosen(id);
      return { kind: "idle" };
    });
  }

  async remove(modelId: string): Promise<void> {
    await this.#surroundings.removeModel(modelId);
    await this.refresh();
  }

  stop(): void {
    this.#current.abort();
    this.activity.value = { kind: "idle" };
  }

  async refresh(): Promise<void> {
    const { listStored, readChosen, countRequests, recommend } = this.#surroundings;
    this.stored.value = await listStored();
    const chosen = await readChosen();
    this.chosenId.value = this.stored.value.find(({ id }) => id === chosen)?.id ?? null;
    this.requestCount.value = await countRequests();
    this.recommended.value ??= await recommend();
  }

  /** Runs one activity in place of the one before; a failure becomes the activity. */
  async #act(
    first: ModelsActivity,
    work: (signal: AbortSignal) => Promise<ModelsActivity>,
  ): Promise<void> {
    this.#current.abort();
    const abort = new AbortController();
    this.#current = abort;
    this.activity.value = first;
    try {
      const next = await work(abort.signal);
      if (!abort.signal.aborted) this.activity.value = next;
    } catch (thrown) {
      if (!abort.signal.aborted)
        this.activity.value = { kind: "failed", error: AppError.from(thrown).toWire() };
    } finally {
      await this.refresh();
    }
  }
}

const nothingYet = { loadedBytes: 0, totalBytes: 0 };
