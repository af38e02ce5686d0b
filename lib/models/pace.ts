const WINDOW_MS = 5_000;

/** How fast something comes, over the last seconds. */
export class Pace {
  readonly #samples: { atMs: number; bytes: number }[] = [];

  /** Tells that so many bytes have come. */
  add(bytes: number, atMs: number): void {
    const last = this.#samples.at(-1);
    if (last && atMs - last.atMs < 100) last.bytes += bytes;
    else this.#samples.push({ atMs, bytes });
    while (atMs - (this.#samples[0]?.atMs ?? atMs) > WINDOW_MS) this.#samples.shift();
  }

  /** Bytes a second; null until there is half a second to tell it from. */
  bytesPerSecond(nowMs: number): number | null {
    const [first, ...others] = this.#samples;
    if (!first || nowMs - first.atMs < 500) return null;
    const bytes = others.reduce((sum, { bytes }) => sum + bytes, 0);
    return (bytes * 1000) / (nowMs - first.atMs);
  }
}
