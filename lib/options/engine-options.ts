import { type ReadonlySignal, signal } from "@preact/signals";
import type { EngineSettings } from "../engine/engine.ts";

/** How models run, as the reader has set it. */
export interface EngineOptions {
  /** Null until it was read. */
  readonly settings: ReadonlySignal<EngineSettings | null>;
  change(part: Partial<EngineSettings>): Promise<void>;
  refresh(): Promise<void>;
}

/** @param stored Where the settings are kept. */
export function createEngineOptions(stored: {
  read(): Promise<EngineSettings>;
  write(settings: EngineSettings): Promise<void>;
}): EngineOptions {
  const settings = signal<EngineSettings | null>(null);
  return {
    settings,
    async change(part) {
      const changed = { ...(await stored.read()), ...part };
      settings.value = changed;
      await stored.write(changed);
    },
    async refresh() {
      settings.value = await stored.read();
    },
  };
}
