import type { Shown, ShownDetail } from "../../lib/panel/panel.ts";

/**
 * Leaves a measure `sotto:…` of how long the reader waited, until what is told of stands on the
 * screen. A page that was read is not to be seen, so it is measured at once.
 */
export function measureShown(what: Shown, askedAtMs: number, detail?: ShownDetail): void {
  if (what === "read") measure(what, askedAtMs, detail);
  else afterPaint(() => measure(what, askedAtMs, detail));
}

function measure(what: Shown, askedAtMs: number, detail: ShownDetail | undefined): void {
  const end = performance.now();
  // by its duration, because a click that opens the panel is before the panel's time began
  performance.measure(`sotto:${what}`, { duration: end - askedAtMs, end, detail });
}

/** A frame's callbacks run before it is painted, the next task after. */
function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      "message",
      () => {
        port1.close();
        callback();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}
