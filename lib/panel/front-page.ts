import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Reading } from "./reading.ts";

/** Something that happened to the tabs of the panel's window. */
export interface TabEvent {
  tabId: number;
  /** Whether the tab now shows another page; otherwise the tab came to the front. */
  isNewPage: boolean;
  /** The tab's address where Sotto may see it, otherwise null. */
  url: string | null;
}

/** Follows which page stands in front of the reader. */
export interface FrontPage {
  /** Whether what the panel shows is about another page than the one in front of the reader. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  onTabEvent(event: TabEvent): void;
}

export function createFrontPage(reading: ReadonlySignal<Reading>): FrontPage {
  const frontTabId = signal<number | null>(null);
  /** What was shown when its tab went to another page. */
  const left = signal<unknown>(null);

  const isElsewhere = computed(() => {
    const shown = reading.value;
    if (!("tabId" in shown)) return false;
    if (frontTabId.value !== null && frontTabId.value !== shown.tabId) return true;
    return left.value === subjectOf(shown);
  });

  function onTabEvent({ tabId, isNewPage, url }: TabEvent): void {
    if (!isNewPage) {
      frontTabId.value = tabId;
      return;
    }
    const shown = reading.value;
    if ("tabId" in shown && shown.tabId === tabId && !isAt(shown, url))
      left.value = subjectOf(shown);
  }

  return { isElsewhere, onTabEvent };
}

/** What stays the same as long as the same page is shown. */
function subjectOf(reading: Reading): unknown {
  return reading.kind === "read" ? reading.page : reading;
}

/** A reload, or a jump within the page, leads to no other page. */
function isAt(reading: Reading, url: string | null): boolean {
  if (reading.kind !== "read" || url === null) return false;
  return withoutFragment(url) === withoutFragment(reading.page.url);
}

function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
