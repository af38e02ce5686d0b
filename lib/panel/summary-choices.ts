import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type SummaryChoice, type SummaryDefaults, usualChoice } from "../tasks/summary-choice.ts";
import type { PageText } from "../text/page-text.ts";
import { type SiteKind, siteKindOf } from "../text/site-kind.ts";

export const noDefaults: SummaryDefaults = { always: null, bySiteKind: {} };

/** For which pages a choice is kept. */
export type KeptFor = "this-page" | "site-kind" | "always";

/** Where what the reader keeps is stored. */
export interface DefaultsStore {
  read(): Promise<SummaryDefaults>;
  write(defaults: SummaryDefaults): Promise<void>;
}

/** What the reader wants of the summary of the page at hand, and of others like it. */
export interface SummaryChoices {
  readonly choice: ReadonlySignal<SummaryChoice>;
  readonly siteKind: ReadonlySignal<SiteKind>;
  /** For which pages the choice at hand stands as the default. */
  readonly keptFor: ReadonlySignal<KeptFor>;
  /** The choice for a page, which is the one at hand from then on. */
  readonly forPage: (page: PageText) => Promise<SummaryChoice>;
  /** Changes some of the choice for this page. */
  choose(change: Partial<SummaryChoice>): void;
  /** Keeps the choice at hand for more pages, or takes back what was kept for this one's kind. */
  keepFor(pages: KeptFor): Promise<void>;
}

export function createSummaryChoices(store: DefaultsStore): SummaryChoices {
  return new PageChoices(store);
}

class PageChoices implements SummaryChoices {
  readonly choice = signal(usualChoice);
  readonly siteKind = signal<SiteKind>("other");
  readonly keptFor: ReadonlySignal<KeptFor>;
  readonly #store: DefaultsStore;
  readonly #defaults = signal(noDefaults);
  #page: PageText | null = null;

  constructor(store: DefaultsStore) {
    this.#store = store;
    this.keptFor = computed(() => {
      const { always, bySiteKind } = this.#defaults.value;
      const choice = this.choice.value;
      const ofKind = bySiteKind[this.siteKind.value];
      if (ofKind) return isSame(ofKind, choice) ? "site-kind" : "this-page";
      return always && isSame(always, choice) ? "always" : "this-page";
    });
  }

  readonly forPage = async (page: PageText): Promise<SummaryChoice> => {
    if (page === this.#page) return this.choice.value;
    const { always, bySiteKind } = (this.#defaults.value = await this.#store.read());
    this.#page = page;
    this.siteKind.value = siteKindOf(page);
    this.choice.value = bySiteKind[this.siteKind.value] ?? always ?? usualChoice;
    return this.choice.value;
  };

  choose(change: Partial<SummaryChoice>): void {
    this.choice.value = { ...this.choice.value, ...change };
  }

  async keepFor(pages: KeptFor): Promise<void> {
    const choice = this.choice.value;
    const { always, bySiteKind } = await this.#store.read();
    const { [this.siteKind.value]: _ofKind, ...others } = bySiteKind;
    const kept: Record<KeptFor, SummaryDefaults> = {
      always: { always: choice, bySiteKind: others },
      "site-kind": { always, bySiteKind: { ...others, [this.siteKind.value]: choice } },
      "this-page": {
        always: always && isSame(always, choice) ? null : always,
        bySiteKind: others,
      },
    };
    this.#defaults.value = kept[pages];
    await this.#store.write(kept[pages]);
  }
}

function isSame(one: SummaryChoice, other: SummaryChoice): boolean {
  return one.kind === other.kind && one.length === other.length && one.words === other.words;
}
