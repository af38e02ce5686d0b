import type { Page } from "playwright";

/** How long the whole check of the device takes when it is asked for the first time. */
export function askDevice(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const startMs = performance.now();
    const port = chrome.runtime.connect({ name: "device" });
    port.onMessage.addListener(({ kind }) => {
      if (kind === "done") resolve(performance.now() - startMs);
      else reject(new Error("the check failed"));
    });
    port.postMessage({ kind: "check" });
    return promise;
  });
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  runtime: {
    connect(info: { name: "device" }): {
      onMessage: { addListener(listener: (message: { kind: string }) => void): void };
      postMessage(message: { kind: "check" }): void;
    };
  };
};
