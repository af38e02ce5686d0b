import type { Launched } from "./launch.ts";

/** What the engine says it is doing, seen from a page of the extension that is no panel. */
export async function watchEngine(sotto: Launched): Promise<{ state(): Promise<string> }> {
  const page = await sotto.context.newPage();
  await page.goto(`chrome-extension://${sotto.extensionId}/sidepanel.html`);
  await page.evaluate(() => {
    chrome.runtime.connect({ name: "state" }).onMessage.addListener(({ kind }) => {
      document.title = kind;
    });
  });
  return { state: () => page.title() };
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  runtime: {
    connect(info: { name: string }): {
      onMessage: { addListener(listener: (state: { kind: string }) => void): void };
    };
  };
};
