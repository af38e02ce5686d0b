import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Readable } from "node:stream";

const programs = ["/usr/bin/Xvfb", "/usr/bin/openbox", "/usr/bin/xdotool"] as const;
const [xvfb, openbox, xdotool] = programs;

/** Why there can be no display of our own here, or null if there can. */
export function whyNoDisplay(): string | null {
  const missing = programs.filter((program) => !existsSync(program));
  return missing.length > 0 ? `needs ${missing.join(", ")}: npm run setup -- --display` : null;
}

/** A screen that nobody looks at, with a window manager, a mouse and a keyboard. */
export class Display {
  /** Its name, as programs find it in the variable DISPLAY. */
  readonly name: string;
  readonly #processes: readonly ChildProcess[];

  private constructor(name: string, processes: readonly ChildProcess[]) {
    this.name = name;
    this.#processes = processes;
  }

  static async start(): Promise<Display> {
    const screen = ["-screen", "0", "1280x900x24", "-nolisten", "tcp"];
    const server = spawn(xvfb, ["-displayfd", "3", ...screen], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const name = `:${await firstLine(server.stdio[3] as Readable)}`; // once it is ready
    const manager = spawn(openbox, [], {
      env: { ...process.env, DISPLAY: name },
      stdio: "ignore",
    });
    return new Display(name, [manager, server]);
  }

  /** Presses keys one after the other, each such as `Return` or `alt+shift+s`. */
  press(...keys: string[]): void {
    this.#do("key", ...keys);
  }

  movePointer({ x, y }: { x: number; y: number }): void {
    this.#do("mousemove", String(Math.round(x)), String(Math.round(y)));
  }

  rightClick(): void {
    this.#do("click", "3");
  }

  /** How many windows can be seen; an open menu is one. */
  countWindows(): number {
    return this.#do("search", "--onlyvisible", "--name", ".*").split("\n").length;
  }

  /** The title of the window that keys go to. */
  focusedTitle(): string {
    return this.#do("getwindowfocus", "getwindowname");
  }

  close(): void {
    for (const process of this.#processes) process.kill();
  }

  /** Gives what `xdotool` says. */
  #do(...what: string[]): string {
    const env = { ...process.env, DISPLAY: this.name };
    return execFileSync(xdotool, what, { env, encoding: "utf8" }).trim();
  }
}

async function firstLine(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) {
    text += chunk;
    if (text.includes("\n")) return text.trim();
  }
  throw new Error("the display did not start");
}
