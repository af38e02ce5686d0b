import { type ReadonlySignal, signal } from "@preact/signals";
import type { HistorySettings } from "../history/history-settings.ts";
import { readTypedSite } from "../history/site.ts";

/** Whether there is a history, and of what not: as the reader has set it. */
export interface HistoryChoice {
  readonly settings: ReadonlySignal<HistorySettings>;
  setOn(isOn: boolean): Promise<void>;
  /** Keeps nothing of a site any more; false, and nothing changes, if what was typed is none. */
  except(typed: string): Promise<boolean>;
  endException(site: string): Promise<void>;
  refresh(): Promise<void>;
}

/** @param stored Where the choice is kept. */
export function createHistoryChoice(stored: {
  readSettings(): Promise<HistorySettings>;
  writeSettings(settings: HistorySettings): Promise<void>;
}): HistoryChoice {
  const settings = signal<HistorySettings>({ isOn: false, exceptedSites: [] });

  const change = async (change: (before: HistorySettings) => HistorySettings) => {
    settings.value = change(await stored.readSettings()); // another page may have changed them
    await stored.writeSettings(settings.value);
  };
  return {
    settings,
    setOn: (isOn) => change((before) => ({ ...before, isOn })),
    async except(typed) {
      const site = readTypedSite(typed);
      if (site === null) return false;
      await change(({ isOn, exceptedSites }) => {
        return { isOn, exceptedSites: [...new Set([...exceptedSites, site])].toSorted() };
      });
      return true;
    },
    endException: (site) =>
      change(({ isOn, exceptedSites }) => {
        return { isOn, exceptedSites: exceptedSites.filter((other) => other !== site) };
      }),
    async refresh() {
      settings.value = await stored.readSettings();
    },
  };
}
