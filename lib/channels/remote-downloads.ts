import type { Downloads, Listing, WantedModel } from "../models/downloads.ts";
import { openChannel } from "./channel.ts";
import { remoteCall } from "./remote-call.ts";

/** The downloads of the engine's page, used as if they were in this one. */
export interface RemoteDownloads extends Downloads {
  /**
   * How large the download of a model would be, as the hub says.
   * @throws AppError for what the hub or the network say; `cancelled` when `signal` aborts.
   */
  askListing(wanted: WantedModel, signal: AbortSignal): Promise<Listing>;
}

/** The downloads, whose page may not exist yet: everything waits until `open` has made it. */
export function remoteDownloads(open: () => Promise<void>): RemoteDownloads {
  return {
    watch(listener) {
      let isWatched = true;
      let stop = () => {
        isWatched = false;
      };
      void open().then(() => {
        if (!isWatched) return;
        const channel = openChannel("downloads");
        channel.onMessage(listener);
        stop = () => channel.close();
      });
      return () => stop();
    },

    command(command) {
      void open().then(() => {
        const channel = openChannel("downloads");
        channel.onMessage(() => channel.close()); // it was heard
        channel.send(command);
      });
    },

    async askListing(wanted, signal) {
      await open();
      let listing: Listing = { totalBytes: 0, files: [] };
      const onEvent = (told: { kind: "done"; listing: Listing }) => {
        ({ listing } = told);
      };
      await remoteCall(openChannel("listing"), { request: wanted, onEvent }, signal);
      return listing;
    },
  };
}
