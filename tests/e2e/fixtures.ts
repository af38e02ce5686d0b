import { join } from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { type Launched, launch, type LaunchOptions } from "./launch.ts";
import { makePage } from "./made-pages.ts";
import { RecordingProxy } from "./recording-proxy.ts";

/** The model of the tests: it answers with the line after `¶`, or with the page's first line. */
export const copyModel = join(import.meta.dirname, "../fixtures/models/copy-qwen3");

interface Options {
  browserArgs: readonly string[];
}

interface Fixtures {
  /** All that leaves the browser; checked at the end of every test. */
  network: RecordingProxy;
  sotto: Launched;
}

export const test = base.extend<Options & Fixtures>({
  browserArgs: [[], { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the braces
  network: async ({}, use) => {
    const proxy = new RecordingProxy(makePage);
    await use(proxy);
    const ofSotto = proxy.requests().filter((url) => !/^http:\/\/[\w.-]+\.example\//.test(url));
    const asked = proxy.requests().filter((url) => /\?|#/.test(url));
    expect([...ofSotto, ...asked], "requests that no page of the test made").toEqual([]);
    proxy.close();
  },

  sotto: async ({ network, browserArgs }, use) => {
    const options: LaunchOptions = { proxy: await network.listen(), args: browserArgs };
    const sotto = await launch(options);
    await use(sotto);
    await sotto.close();
  },
});

export { expect };

/** Opens a page, clicks the toolbar button and gives the tab and the real panel. */
export async function openPanelOn(
  sotto: Launched,
  url: string,
): Promise<{ tab: Page; panel: Page }> {
  const tab = await sotto.openTab(url);
  await sotto.clickToolbar(tab);
  const panel = await sotto.panel();
  return { tab, panel };
}

/** Gives Sotto a model from a folder through the panel, as a reader does. */
export async function useFolder(panel: Page, folder = copyModel): Promise<void> {
  await panel.getByLabel("Use a folder…").setInputFiles(folder);
}

export function answerIn(panel: Page): Locator {
  return panel.getByRole("region", { name: "Answer" });
}

/** Stores how models should run, as the options would. */
export async function setEngine(panel: Page, settings: object): Promise<void> {
  await panel.evaluate((engineSettings) => chrome.storage.local.set({ engineSettings }), settings);
}

/** Opens a panel on a page and gives it the copying model, whose answer it waits for. */
export async function openWithModel(
  sotto: Launched,
  url: string,
): Promise<{ tab: Page; panel: Page }> {
  const opened = await openPanelOn(sotto, url);
  await useFolder(opened.panel);
  return opened;
}

/** The button that chooses the model's answer, which can be pressed once it has words. */
export function modelsAnswer(panel: Page): Locator {
  return panel.getByRole("button", { name: "Model's answer" });
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  storage: { local: { set(items: object): Promise<void> } };
};
