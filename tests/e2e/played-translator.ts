import type { Page } from "@playwright/test";

/** How the played translator changes a text; `same` gives it back as it was. */
export type PlayedWay = "loud" | "same" | "backwards";

/** What a page has told last. */
export interface PlayedProgress {
  doneSentences: number;
  totalSentences: number;
  isCut: boolean;
}

/**
 * Has the panel's page stand in for a pack, where a test is about what becomes of the page: it puts
 * the built script into the tab in front and answers it through a real port.
 */
export function playTranslator(
  panel: Page,
  way: PlayedWay,
  { tag = "de", direction = "ltr" } = {},
): Promise<void> {
  return panel.evaluate(
    async ({ way, target }) => {
      const change: Record<string, (text: string) => string> = {
        loud: (text) => `${text.toUpperCase()}!`,
        same: (text) => text,
        backwards: (text) =>
          ["¡", ...(text.match(/<(\d+)>.*?<\/\1>|<\d+\/>|[^<\s]+/g) ?? []).toReversed()].join(" "),
      };
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const tabId = tab?.id ?? -1;
      await chrome.scripting.executeScript({ target: { tabId }, files: ["/page-translator.js"] });
      const port = chrome.tabs.connect(tabId, { name: "page-translation", frameId: 0 });
      Object.assign(globalThis, { played: { port, progress: null, isRestored: false } });
      port.onMessage.addListener((message) => {
        if (message.kind === "progress") Object.assign(played, { progress: message });
        if (message.kind === "restored") Object.assign(played, { isRestored: true });
        if (message.kind !== "ask") return;
        const groups = message.groups.map(({ texts }) => texts.map((text) => change[way]?.(text)));
        port.postMessage({ kind: "translated", groups });
      });
      port.postMessage({ kind: "begin", target, original: "hidden" });
    },
    { way, target: { tag, direction } },
  );
}

export function playedProgress(panel: Page): Promise<PlayedProgress | null> {
  return panel.evaluate(() => played.progress);
}

/** Says something to the script in the page. */
export function tellPage(panel: Page, message: object): Promise<void> {
  return panel.evaluate((message) => played.port.postMessage(message), message);
}

export function isRestored(panel: Page): Promise<boolean> {
  return panel.evaluate(() => played.isRestored);
}

/** What `playTranslator` keeps in the panel's page. */
declare const played: { port: Port; progress: PlayedProgress | null; isRestored: boolean };

interface Port {
  postMessage(message: object): void;
  onMessage: {
    addListener(listener: (message: { kind: string; groups: { texts: string[] }[] }) => void): void;
  };
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  tabs: {
    query(query: object): Promise<{ id?: number }[]>;
    connect(tabId: number, options: object): Port;
  };
  scripting: { executeScript(injection: object): Promise<unknown> };
};
