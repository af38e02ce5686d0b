import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { historyMarkdown } from "../history/history-markdown.ts";
import type { KeptAnswer } from "../history/kept-answer.ts";
import { searchHistory } from "../history/search-history.ts";

/** Where the history is kept. */
export interface HistoryStore {
  /** Newest first. */
  read(): Promise<readonly KeptAnswer[]>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
  /** Calls `listener` whenever an answer was kept or removed, in whichever page. */
  watch(listener: () => void): void;
}

/** What was kept, and all that its reader can do with it. */
export interface History {
  /** Newest first. */
  readonly all: ReadonlySignal<readonly KeptAnswer[]>;
  readonly query: ReadonlySignal<string>;
  /** Of all, those that the query finds. */
  readonly found: ReadonlySignal<readonly KeptAnswer[]>;
  search(query: string): void;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
  /** What is found, as a Markdown document. */
  asMarkdown(): string;
  refresh(): Promise<void>;
}

export function createHistory(store: HistoryStore): History {
  const all = signal<readonly KeptAnswer[]>([]);
  const query = signal("");
  const found = computed(() => searchHistory(all.value, query.value));

  const refresh = async () => {
    all.value = await store.read();
  };
  store.watch(() => void refresh());

  return {
    all,
    query,
    found,
    search(typed) {
      query.value = typed;
    },
    async remove(id) {
      await store.remove(id);
      await refresh();
    },
    async clear() {
      await store.clear();
      await refresh();
    },
    asMarkdown: () => historyMarkdown(found.value),
    refresh,
  };
}
