import { type ReadonlySignal, signal } from "@preact/signals";

/** The language of answers, as the reader has set it. */
export interface AnswerLanguage {
  /** A BCP 47 tag; null for each page's own language. */
  readonly tag: ReadonlySignal<string | null>;
  choose(tag: string | null): Promise<void>;
  refresh(): Promise<void>;
}

/** @param stored Where the choice is kept. */
export function createAnswerLanguage(stored: {
  read(): Promise<string | null>;
  write(tag: string | null): Promise<void>;
}): AnswerLanguage {
  const tag = signal<string | null>(null);
  return {
    tag,
    async choose(chosen) {
      tag.value = chosen;
      await stored.write(chosen);
    },
    async refresh() {
      tag.value = await stored.read();
    },
  };
}
