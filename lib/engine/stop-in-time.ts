import { AppError } from "../errors.ts";

/** What `stopInTime` throws when a promise outlived an abort. */
export class OverdueStop extends AppError {
  constructor() {
    super("cancelled", "it did not stop in time");
  }
}

/**
 * The promise's outcome, but no longer than `graceMs` after `signal` aborts.
 * @throws OverdueStop when that time is over and the promise is still pending.
 */
export async function stopInTime<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  graceMs: number,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const overdue = Promise.withResolvers<never>();
  const onAbort = () => {
    timer = setTimeout(() => overdue.reject(new OverdueStop()), graceMs);
  };
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([promise, overdue.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
