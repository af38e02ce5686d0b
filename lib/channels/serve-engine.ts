import type { Engine } from "../engine/engine.ts";
import type { TranslationEngine } from "../engine/translation.ts";
import { AppError, type WireError } from "../errors.ts";
import { type Channel, serveChannel } from "./channel.ts";

/** Lets the extension's other pages use an engine. */
export function serveEngine(engine: Engine & TranslationEngine): void {
  serveChannel("state", (channel) => {
    const stop = engine.watch((state) => channel.send(state));
    channel.onClose(stop);
  });
  serveChannel("job", (channel) => serveJobs(channel, engine.run.bind(engine)));
  serveChannel("translation", (channel) => serveJobs(channel, engine.translate.bind(engine)));
}

/** Runs what a channel sends; closing the channel ends it. */
function serveJobs<Job, Event>(
  channel: Channel<Event | { kind: "failed"; error: WireError }, Job>,
  run: (job: Job, onEvent: (event: Event) => void, signal: AbortSignal) => Promise<void>,
): void {
  const abort = new AbortController();
  channel.onClose(() => abort.abort());
  channel.onMessage(async (job) => {
    try {
      await run(job, (event) => channel.send(event), abort.signal);
    } catch (thrown) {
      channel.send({ kind: "failed", error: AppError.from(thrown).toWire() });
    }
    channel.close();
  });
}
