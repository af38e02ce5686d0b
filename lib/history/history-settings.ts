import * as v from "valibot";
import { siteOf } from "./site.ts";

/** Whether answers are kept, and of which sites they never are. */
export interface HistorySettings {
  isOn: boolean;
  /** As `siteOf` gives them, in alphabetical order. */
  exceptedSites: readonly string[];
}

const historySettingsSchema = v.object({
  isOn: v.boolean(),
  exceptedSites: v.array(v.string()),
});

const off: HistorySettings = { isOn: false, exceptedSites: [] };

/** What is stored of the reader's choice; nothing is kept where it is none. */
export function parseHistorySettings(stored: unknown): HistorySettings {
  const parsed = v.safeParse(historySettingsSchema, stored);
  return parsed.success ? parsed.output : off;
}

/** Whether an answer about a page is kept; a file has no address, and is of no site. */
export function mayKeep({ isOn, exceptedSites }: HistorySettings, url: string): boolean {
  const site = siteOf(url);
  // a site's own subdomains go with it
  return (
    isOn && !exceptedSites.some((excepted) => site === excepted || site?.endsWith(`.${excepted}`))
  );
}
