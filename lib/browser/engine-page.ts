import { browser } from "wxt/browser";

let opening: Promise<void> | null = null;

/**
 * Makes sure that the page with the engine exists. Chrome allows one offscreen page, and a second
 * `createDocument` throws.
 */
export function ensureEnginePage(): Promise<void> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<void> {
  if (import.meta.env.FIREFOX) return openInFrame();
  if (await browser.offscreen.hasDocument()) return;
  try {
    await browser.offscreen.createDocument({
      url: browser.runtime.getURL("/offscreen.html"),
      reasons: [browser.offscreen.Reason.WORKERS],
      justification:
        "Runs the language model on this machine, for longer than a service worker lives.",
    });
  } catch (thrown) {
    if (!(await browser.offscreen.hasDocument())) throw thrown; // another panel was faster
  }
}

/** Firefox has no offscreen pages: the panel carries the engine's page in a frame. */
function openInFrame(): void {
  if (document.querySelector("iframe")) return;
  const frame = document.createElement("iframe");
  frame.src = browser.runtime.getURL("/offscreen.html");
  frame.hidden = true;
  document.body.append(frame);
}
