import { type ReadonlySignal, signal } from "@preact/signals";
import { createFetching, type Fetching, type FetchingSurroundings } from "./fetching.ts";
import { createKeptModels, type KeptModels, type KeptSurroundings } from "./kept-models.ts";
import type { DeviceReport } from "../models/device-report.ts";
import { createOffers, type Offers } from "./offers.ts";

/** What the reader's models need of the browser, so that they can be tested without one. */
export interface ModelsSurroundings {
  kept: KeptSurroundings;
  fetching: Pick<FetchingSurroundings, "downloads" | "askSize" | "isMetered">;
  /** Looks at the machine; it may take a second. */
  checkDevice(): Promise<DeviceReport>;
  /** How many requests Sotto has made. */
  countRequests(): Promise<number>;
  /** Tells Sotto's other pages that the models have changed. */
  tellChange(): void;
  /** Calls `listener` when another page has told so. */
  watchChanges(listener: () => void): void;
}

/** Everything that a page shows of models, and everything its reader can do with them. */
export interface Models {
  kept: KeptModels;
  fetching: Fetching;
  offers: Offers;
  /** False until it was looked what there is. */
  readonly isKnown: ReadonlySignal<boolean>;
  readonly requestCount: ReadonlySignal<number>;
  refresh(): Promise<void>;
}

export function createModels(surroundings: ModelsSurroundings): Models {
  const isKnown = signal(false);
  const requestCount = signal(0);
  const offers = createOffers(surroundings.checkDevice);
  const kept = createKeptModels(surroundings.kept, surroundings.tellChange);

  const refresh = async () => {
    await kept.refresh();
    requestCount.value = await surroundings.countRequests();
    isKnown.value = true;
  };
  const fetching = createFetching({
    ...surroundings.fetching,
    waysToWant: offers.waysToWant,
    onFetched: kept.choose.bind(kept),
    onChange: refresh,
  });
  surroundings.watchChanges(refresh);
  return { kept, fetching, offers, isKnown, requestCount, refresh };
}
