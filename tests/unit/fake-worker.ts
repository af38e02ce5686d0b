import { vi } from "vitest";

type Handler = ((event: { data: unknown }) => unknown) | null;

/** A worker as its page has it, and what a test sees of it. */
export type FakeWorker = Worker & { isTerminated: boolean; breakDown(): void };

/**
 * A worker in this realm; `script` is what it runs when it starts. As in a browser, messages are
 * cloned and arrive later, a terminated worker neither hears nor says anything, an exception
 * reaches the page as `onerror`, and a rejected promise reaches nobody. One at a time.
 */
export function fakeWorker(script: () => void): FakeWorker {
  const page = new FakePageSide();
  vi.stubGlobal("onmessage", null);
  vi.stubGlobal("postMessage", (message: unknown) => {
    const data: unknown = structuredClone(message);
    page.later(() => page.onmessage?.({ data }));
  });
  script();
  return page as unknown as FakeWorker;
}

class FakePageSide {
  onmessage: Handler = null;
  onerror: (() => void) | null = null;
  isTerminated = false;

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    this.later(() => this.#deliver(data));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** What the page sees when the worker's script does not load, or throws. */
  breakDown(): void {
    this.later(() => this.onerror?.());
  }

  later(callback: () => void): void {
    setTimeout(() => {
      if (!this.isTerminated) callback();
    }, 0);
  }

  #deliver(data: unknown): void {
    const { onmessage } = globalThis as unknown as { onmessage: Handler };
    try {
      Promise.resolve(onmessage?.({ data })).catch(() => {});
    } catch {
      this.onerror?.();
    }
  }
}
