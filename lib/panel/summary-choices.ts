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
  /** The language that the reader wants answers in; null for each page's own. */
  answerLanguage(): Promise<string | null>;
}

/** What the reader wants of the summary of the page at hand, and of others like it. */
export interface SummaryChoices {
  readonly choice: ReadonlySignal<SummaryChoice>;
  /** The language of the summary at hand, an ISO 639 code; null for the page's own. */
  readonly language: ReadonlySignal<string | null>;
  readonly siteKind: ReadonlySignal<SiteKind>;
  /** For which pages the choice at hand stands as the default. */
  readonly keptFor: ReadonlySignal<KeptFor>;
  /** The choice for a page, which is the one at hand from then on. */
  readonly forPage: (page: PageText) => Promise<SummaryChoice>;
  /** Changes some of the choice for this page. */
  choose(change: Partial<Omit<SummaryChoice, "language">>): void;
  /** Changes its language for this page, or leaves it to follow that of all answers. */
  chooseLanguage(language: string | null): void;
  /** Keeps the choice at hand for more pages, or takes back what was kept for this one's kind. */
  keepFor(pages: KeptFor): Promise<void>;
}

export function createSummaryChoices(store: DefaultsStore): SummaryChoices {
  return new PageChoices(store);
}

class PageChoices implements SummaryChoices {
  readonly choice = signal(usualChoice);
  readonly language: ReadonlySignal<string | null>;
  readonly siteKind = signal<SiteKind>("other");
  readonly keptFor: ReadonlySignal<KeptFor>;
  readonly #store: DefaultsStore;
  readonly #defaults = signal(noDefaults);
  readonly #ofAnswers = signal<string | null>(null);
  #page: PageText | null = null;

  constructor(store: DefaultsStore) {
    this.#store = store;
    this.language = computed(() => {
      const { language } = this.choice.value;
      return language === undefined ? this.#ofAnswers.value : language;
    });
    this.keptFor = computed(() => {
      const { always, bySiteKind } = this.#defaults.value;
      const choice = this.choice.value;
      const ofKind = bySiteKind[this.siteKind.value];
      if (ofKind) return isSame(ofKind, choice) ? "site-kind" : "this-page";
      return always && isSame(always, choice) ? "always" : "this-page";
    });
  }

  readonly forPage = async (page: PageText): Promise<SummaryChoice> => {
    this.#ofAnswers.value = await this.#store.answerLanguage();
    if (page === this.#page) return this.choice.value;
    const { always, bySiteKind } = (this.#defaults.value = await this.#store.read());
    this.#page = page;
    this.siteKind.value = siteKindOf(page);
    this.choice.value = bySiteKind[this.siteKind.value] ?? always ?? usualChoice;
    return this.choice.value;
  };

  choose(change: Partial<Omit<SummaryChoice, "language">>): void {
    this.choice.value = { ...this.choice.value, ...change };
  }

  chooseLanguage(language: string | null): void {
    const { language: _before, ...others } = this.choice.value;
    this.choice.value = language === this.#ofAnswers.value ? others : { ...others, language };
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
  const parts = ["kind", "length", "words", "language"] as const;
  return parts.every((part) => one[part] === other[part]);
}
