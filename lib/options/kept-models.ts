import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";
import { packOf } from "../models/packs.ts";
import type { ModelKind } from "../models/weights.ts";

/** A whole model on this machine. */
export interface KeptModel {
  id: string;
  kind: ModelKind;
  name: string;
  bytes: number;
  fileCount: number;
  /** The hub's commit or branch; null if it did not come from the hub. */
  revision: string | null;
}

/** What goes on with the models here. One thing at a time. */
export type Work =
  | { kind: "none" }
  | ({ kind: "importing" } & Done)
  | ({ kind: "exporting"; modelId: string } & Done)
  | ({ kind: "verifying"; modelId: string } & Done)
  /** `modelId` is null where there was none yet. */
  | { kind: "failed"; modelId: string | null; error: WireError }
  | { kind: "exported"; modelId: string }
  /** `badFiles` is empty when every file is as it was fetched. */
  | { kind: "verified"; modelId: string; fileCount: number; badFiles: readonly string[] };

interface Done {
  doneBytes: number;
  /** 0 while it is not known. */
  totalBytes: number;
}

type OnProgress = (progress: { loadedBytes: number; totalBytes: number }) => void;

/** Something that takes long with files of a model, tells how far it is, and can be stopped. */
export type LongWork<Result> = (onProgress: OnProgress, signal: AbortSignal) => Promise<Result>;

/** What keeping models needs of the browser. */
export interface KeptSurroundings {
  list(): Promise<readonly KeptModel[]>;
  readChosen(): Promise<string | null>;
  writeChosen(modelId: string): Promise<void>;
  remove(modelId: string): Promise<void>;
  /** Gives the files that are not as they were fetched. */
  verify(modelId: string, onProgress: OnProgress, signal: AbortSignal): Promise<readonly string[]>;
}

/** The models on this machine: which there are, which is used, and what can be done with them. */
export interface KeptModels {
  /** Language models. */
  readonly all: ReadonlySignal<readonly KeptModel[]>;
  /** Translation models. */
  readonly packs: ReadonlySignal<readonly KeptModel[]>;
  /** The model that answers; null if there is none. */
  readonly chosenId: ReadonlySignal<string | null>;
  readonly work: ReadonlySignal<Work>;
  /** Lets a model answer from now on; a pack only takes its place among the packs. */
  choose(modelId: string): Promise<void>;
  remove(modelId: string): Promise<void>;
  verify(model: KeptModel): Promise<void>;
  /** Brings a model in from outside and chooses it; `bringIn` gives its id. */
  importModel(bringIn: LongWork<string>): Promise<void>;
  exportModel(modelId: string, takeOut: LongWork<void>): Promise<void>;
  /** Ends what goes on, or puts away what it came to. */
  stop(): void;
  refresh(): Promise<void>;
}

/**
 * The model that answers: the reader's choice while it is there, else the first there is, so that
 * a model whose download ended with no page open is used without another click.
 */
export function chosenAmong(storedIds: readonly string[], chosen: string | null): string | null {
  return storedIds.find((id) => id === chosen) ?? storedIds[0] ?? null;
}

/** `onChange` is told when other pages should look again. */
export function createKeptModels(surroundings: KeptSurroundings, onChange: () => void): KeptModels {
  return new ReadersModels(surroundings, onChange);
}

class ReadersModels implements KeptModels {
  readonly all = signal<readonly KeptModel[]>([]);
  readonly packs = signal<readonly KeptModel[]>([]);
  readonly chosenId = signal<string | null>(null);
  readonly work = signal<Work>({ kind: "none" });
  readonly #surroundings: KeptSurroundings;
  readonly #onChange: () => void;
  #current = new AbortController();

  constructor(surroundings: KeptSurroundings, onChange: () => void) {
    this.#surroundings = surroundings;
    this.#onChange = onChange;
  }

  async choose(modelId: string): Promise<void> {
    await this.#letAnswer(modelId);
    await this.#changed();
  }

  async remove(modelId: string): Promise<void> {
    this.stop();
    await this.#surroundings.remove(modelId);
    await this.#changed();
  }

  verify({ id, fileCount }: KeptModel): Promise<void> {
    const about = { kind: "verifying", modelId: id } as const;
    return this.#do(about, async (onProgress, signal) => {
      const badFiles = await this.#surroundings.verify(id, onProgress, signal);
      return { kind: "verified", modelId: id, fileCount, badFiles };
    });
  }

  importModel(bringIn: LongWork<string>): Promise<void> {
    return this.#do({ kind: "importing" }, async (onProgress, signal) => {
      await this.#letAnswer(await bringIn(onProgress, signal));
      return { kind: "none" };
    });
  }

  exportModel(modelId: string, takeOut: LongWork<void>): Promise<void> {
    return this.#do({ kind: "exporting", modelId }, async (onProgress, signal) => {
      await takeOut(onProgress, signal);
      return { kind: "exported", modelId };
    });
  }

  stop(): void {
    this.#current.abort();
    this.work.value = { kind: "none" };
  }

  async refresh(): Promise<void> {
    const kept = await this.#surroundings.list();
    const all = kept.filter(({ kind }) => kind === "language");
    const ids = all.map(({ id }) => id);
    this.chosenId.value = chosenAmong(ids, await this.#surroundings.readChosen());
    this.all.value = all;
    this.packs.value = kept.filter(({ kind }) => kind === "translation");
  }

  async #letAnswer(modelId: string): Promise<void> {
    if (!packOf(modelId)) await this.#surroundings.writeChosen(modelId);
  }

  async #changed(): Promise<void> {
    await this.refresh();
    this.#onChange();
  }

  /** Does one thing in place of the one before, and shows what it came to. */
  async #do(about: About, work: LongWork<Work>): Promise<void> {
    this.#current.abort();
    const abort = new AbortController();
    this.#current = abort;
    const show = (next: Work) => {
      if (!abort.signal.aborted) this.work.value = next;
    };
    show({ ...about, doneBytes: 0, totalBytes: 0 });
    try {
      const onProgress: OnProgress = ({ loadedBytes, totalBytes }) =>
        show({ ...about, doneBytes: loadedBytes, totalBytes });
      show(await work(onProgress, abort.signal));
    } catch (thrown) {
      const modelId = "modelId" in about ? about.modelId : null;
      show({ kind: "failed", modelId, error: AppError.from(thrown).toWire() });
    } finally {
      await this.#changed();
    }
  }
}

type About =
  | { kind: "importing" }
  | { kind: "exporting"; modelId: string }
  | { kind: "verifying"; modelId: string };
