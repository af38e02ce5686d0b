import { AppError } from "../errors.ts";
import type { DownloadsHost } from "../models/downloads-host.ts";
import { serveChannel } from "./channel.ts";

/** Lets the extension's other pages see and command the downloads. */
export function serveDownloads(downloads: DownloadsHost): void {
  serveChannel("downloads", (channel) => {
    const stop = downloads.watch((all) => channel.send([...all]));
    channel.onClose(stop);
    channel.onMessage((command) => downloads.command(command));
  });

  serveChannel("listing", (channel) => {
    const abort = new AbortController();
    channel.onClose(() => abort.abort());
    channel.onMessage(async (wanted) => {
      try {
        const listing = await downloads.askListing(wanted, abort.signal);
        channel.send({ kind: "done", listing });
      } catch (thrown) {
        channel.send({ kind: "failed", error: AppError.from(thrown).toWire() });
      }
      channel.close();
    });
  });
}
