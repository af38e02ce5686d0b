import { AppError } from "../errors.ts";

/** A request that failed in a way that passes: it can be made again, at once or after a while. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  readonly why: "offline" | "busy" | "broken-off";
  /** How long the hub asks to be left alone; null where it does not say. */
  readonly retryAfterMs: number | null;
  /** What the reader is told when it does not pass. */
  readonly outcome: AppError;

  constructor(
    why: Interruption["why"],
    outcome: AppError,
    options: { retryAfterMs?: number | null } = {},
  ) {
    super(outcome.message);
    this.why = why;
    this.outcome = outcome;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** What came cannot be the file that the hub's listing promises. */
export class NotAsPromised extends Error {
  override readonly name = "NotAsPromised";
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}
