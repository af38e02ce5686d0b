import { AppError, type WireError } from "../errors.ts";
import type { Channel } from "./channel.ts";

/**
 * Asks the engine's page for something over a channel of its own, and hands on what it tells until
 * it says it is done. Aborting closes the channel, which ends the work at the other end.
 * @throws AppError what the other end failed with; `cancelled` when `signal` aborts; `unexpected`
 *   when the other end goes away.
 */
export function remoteCall<Out, In extends { kind: string }>(
  channel: Channel<Out, In | { kind: "failed"; error: WireError }>,
  { request, onEvent }: { request: Out; onEvent: (event: In) => void },
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: AppError) => {
      signal.removeEventListener("abort", onAbort);
      channel.close();
      if (error) reject(error);
      else resolve();
    };
    const onAbort = () => settle(new AppError("cancelled", "the reader stopped it"));
    signal.addEventListener("abort", onAbort);
    channel.onClose(() => settle(new AppError("unexpected", "the engine's page closed")));
    channel.onMessage((event) => {
      if (isFailure(event)) return settle(AppError.fromWire(event.error));
      onEvent(event);
      if (event.kind === "done") settle();
    });
    if (signal.aborted) onAbort();
    else channel.send(request);
  });
}

function isFailure<In extends { kind: string }>(
  event: In | { kind: "failed"; error: WireError },
): event is { kind: "failed"; error: WireError } {
  return event.kind === "failed";
}
