/** How long one stretch of work may keep the page waiting; the least a person notices is 50 ms. */
export const sliceMs = 16;

/** Lets the page's own work and frames in between, without the 4 ms that nested timers cost. */
export function letPageBreathe(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resume();
    });
    port1.start();
    port2.postMessage(null);
  });
}
