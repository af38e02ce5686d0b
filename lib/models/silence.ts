/** Notices that something is waited for too long; it may be waited for thousands of times a second. */
export class Silence {
  readonly #limitMs: number;
  readonly #onTooLong: () => void;
  #sinceMs: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limitMs: number, onTooLong: () => void) {
    this.#limitMs = limitMs;
    this.#onTooLong = onTooLong;
  }

  /** The wait begins. One timer serves all waits: it looks how long the present one lasts. */
  begin(): void {
    this.#sinceMs = Date.now();
    this.#timer ??= setTimeout(() => this.#look(), this.#limitMs);
  }

  /** What was waited for has come. */
  end(): void {
    this.#sinceMs = null;
  }

  /** Stops looking, for good. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.#timer = undefined;
    if (this.#sinceMs === null) return;
    const leftMs = this.#sinceMs + this.#limitMs - Date.now();
    if (leftMs <= 0) this.#onTooLong();
    else this.#timer = setTimeout(() => this.#look(), leftMs);
  }
}
