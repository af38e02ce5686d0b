import { AppError } from "../errors.ts";
import type { DownloadState } from "./downloads.ts";
import { Interruption } from "./interruption.ts";

const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 16_000];

type Waiting = Extract<DownloadState, { kind: "waiting" }>;

/** Makes requests again that failed in a way that passes, after longer and longer waits. */
export class Patience {
  readonly #onWait: (state: Waiting) => void;
  readonly #signal: AbortSignal;
  #waits = 0;
  #hasCome = false;

  constructor(onWait: (state: Waiting) => void, signal: AbortSignal) {
    this.#onWait = onWait;
    this.#signal = signal;
  }

  /** Something came: the next failure is the first again. */
  onBytes(): void {
    this.#waits = 0;
    this.#hasCome = true;
  }

  /**
   * What `attempt` gives, once it goes well.
   * @throws what it throws, but for interruptions; of these what is behind the last one, when all
   *   waits were in vain.
   */
  async until<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await attempt();
      } catch (thrown) {
        if (!(thrown instanceof Interruption)) throw thrown;
        await this.#waitAfter(thrown);
      }
    }
  }

  async #waitAfter({ why, retryAfterMs, outcome }: Interruption): Promise<void> {
    if (why === "offline") {
      this.#onWait({ kind: "waiting", why, untilMs: null });
      return untilOnline(this.#signal);
    }
    const hasCome = this.#hasCome;
    this.#hasCome = false;
    if (hasCome && why === "broken-off") return; // what came makes it likely that more will
    const waitMs = WAITS_MS[this.#waits++];
    if (waitMs === undefined) throw outcome;
    const untilMs = Date.now() + (retryAfterMs ?? waitMs);
    this.#onWait({ kind: "waiting", why, untilMs });
    await untilTime(untilMs, this.#signal);
  }
}

function untilOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (navigator.onLine) return resolve();
    addEventListener("online", () => resolve(), { once: true, signal });
    onAbort(signal, reject);
  });
}

function untilTime(untilMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, untilMs - Date.now());
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    onAbort(signal, reject);
  });
}

function onAbort(signal: AbortSignal, reject: (error: AppError) => void): void {
  const cancel = () => reject(new AppError("cancelled", "the reader stopped it"));
  if (signal.aborted) cancel();
  else signal.addEventListener("abort", cancel, { once: true });
}
