import type { Engine } from "../engine/engine.ts";
import { AppError } from "../errors.ts";
import { serveChannel } from "./channel.ts";

/** Lets the extension's other pages use an engine. */
export function serveEngine(engine: Engine): void {
  serveChannel("state", (channel) => {
    const stop = engine.watch((state) => channel.send(state));
    channel.onClose(stop);
  });

  serveChannel("job", (channel) => {
    const abort = new AbortController();
    channel.onClose(() => abort.abort());
    channel.onMessage(async (job) => {
      try {
        await engine.run(job, (event) => channel.send(event), abort.signal);
      } catch (thrown) {
        channel.send({ kind: "failed", error: AppError.from(thrown).toWire() });
      }
      channel.close();
    });
  });
}
