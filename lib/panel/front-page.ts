import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** Something that happened to the tabs of the panel's window. */
export interface TabEvent {
  tabId: number;
  /** Whether the tab now shows another page; otherwise the tab came to the front. */
  isNewPage: boolean;
  /** The tab's address where Sotto may see it, otherwise null. */
  url: string | null;
}

/** What is followed: something of a page, in the tab that showed it. */
export interface OfPage {
  tabId: number;
  /** Stays the same as long as the same is followed. */
  what: unknown;
  /** Null where a reload is as good as another page. */
  url: string | null;
}

/** Follows which page stands in front of the reader. */
export interface FrontPage {
  /** Whether what is followed is of another page than the one in front of the reader. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  onTabEvent(event: TabEvent): void;
}

/** @param followed Reads signals; gives null while there is nothing that belongs to a page. */
export function createFrontPage(followed: () => OfPage | null): FrontPage {
  const frontTabId = signal<number | null>(null);
  /** What was followed when its tab went to another page. */
  const left = signal<unknown>(null);

  const isElsewhere = computed(() => {
    const now = followed();
    if (!now) return false;
    if (frontTabId.value !== null && frontTabId.value !== now.tabId) return true;
    return left.value === now.what;
  });

  function onTabEvent({ tabId, isNewPage, url }: TabEvent): void {
    if (!isNewPage) {
      frontTabId.value = tabId;
      return;
    }
    const now = followed();
    if (now?.tabId === tabId && !isAt(now, url)) left.value = now.what;
  }

  return { isElsewhere, onTabEvent };
}

/** A reload, or a jump within the page, leads to no other page. */
function isAt(followed: OfPage, url: string | null): boolean {
  if (followed.url === null || url === null) return false;
  return withoutFragment(url) === withoutFragment(followed.url);
}

function withoutFragment(url: string): string {
  return url.split("#", 1)[0] ?? url;
}
