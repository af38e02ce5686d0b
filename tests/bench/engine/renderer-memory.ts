import { readFileSync, writeFileSync } from "node:fs";
import type { Browser, CDPSession } from "playwright";

/** Chrome marks the process in which an extension's pages and workers run. */
const EXTENSION_FLAG = "--extension-process";

type Kind = "extension" | "page";

/** Chrome resets the high-water mark for its own statistics, so it is read this often. */
const READ_EVERY_MS = 250;

/**
 * The peak memory of a browser's renderer processes, as Linux counts it: the high-water mark of the
 * resident set (`VmHWM`), which misses no short peak and costs the measured process nothing. It
 * counts the pages of Chromium's own program too, about 160 MB in an empty renderer.
 */
export class RendererMemory {
  readonly #session: CDPSession;
  readonly #peaksMb = new Map<Kind, number>();
  readonly #timer: ReturnType<typeof setInterval>;

  private constructor(session: CDPSession) {
    this.#session = session;
    this.#timer = setInterval(() => void this.#read(), READ_EVERY_MS);
  }

  /** Begins to watch, and forgets the peaks from before. */
  static async watch(browser: Browser): Promise<RendererMemory> {
    const memory = new RendererMemory(await browser.newBrowserCDPSession());
    for (const pid of await memory.#renderers()) tryTo(() => resetPeak(pid));
    return memory;
  }

  /** Stops watching. Gives the peak of the largest renderer of each kind; null off Linux. */
  async end(): Promise<Record<Kind, number | null>> {
    await this.#read();
    clearInterval(this.#timer);
    await this.#session.detach();
    const peakOf = (kind: Kind) => this.#peaksMb.get(kind) ?? null;
    return { extension: peakOf("extension"), page: peakOf("page") };
  }

  async #read(): Promise<void> {
    for (const pid of await this.#renderers().catch(() => [])) {
      const read = tryTo(() => ({ kind: kindOf(pid), peakMb: readPeakMb(pid) }));
      if (!read) continue;
      const { kind, peakMb } = read;
      this.#peaksMb.set(kind, Math.max(peakMb, this.#peaksMb.get(kind) ?? 0));
    }
  }

  async #renderers(): Promise<number[]> {
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  }
}

function kindOf(pid: number): Kind {
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8");
  return commandLine.includes(EXTENSION_FLAG) ? "extension" : "page";
}

function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

function readPeakMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const peakKiB = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  return Math.round((peakKiB * 1024) / 1e6);
}

/** Null where there is no `/proc`, or where the process has ended meanwhile. */
function tryTo<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
