import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { LedgerEntry } from "../models/ledger.ts";

/** What the ledger needs of the browser. */
export interface LedgerSurroundings {
  /** Oldest first. */
  read(): Promise<readonly LedgerEntry[]>;
  clear(): Promise<void>;
  isNetworkOff(): Promise<boolean>;
  setNetworkOff(isOff: boolean): Promise<void>;
}

/** Every request that Sotto has made, and the switch that makes it the last. */
export interface Ledger {
  /** Newest first. */
  readonly entries: ReadonlySignal<readonly LedgerEntry[]>;
  readonly totalBytes: ReadonlySignal<number>;
  readonly isNetworkOff: ReadonlySignal<boolean>;
  /** The whole list for other programs, oldest first. */
  asJson(): string;
  clear(): Promise<void>;
  setNetworkOff(isOff: boolean): Promise<void>;
  refresh(): Promise<void>;
}

export function createLedger(surroundings: LedgerSurroundings): Ledger {
  const entries = signal<readonly LedgerEntry[]>([]);
  const isNetworkOff = signal(false);
  const refresh = async () => {
    entries.value = (await surroundings.read()).toReversed();
    isNetworkOff.value = await surroundings.isNetworkOff();
  };
  return {
    entries,
    totalBytes: computed(() => entries.value.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)),
    isNetworkOff,
    asJson: () => JSON.stringify(entries.value.toReversed(), null, 2),
    async clear() {
      await surroundings.clear();
      await refresh();
    },
    async setNetworkOff(isOff) {
      await surroundings.setNetworkOff(isOff);
      await refresh();
    },
    refresh,
  };
}
