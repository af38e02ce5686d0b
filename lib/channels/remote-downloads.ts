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

/** What downloads need of the page that asks for them. */
export interface RemoteSurroundings {
  /** Makes sure that the page with the downloads exists. */
  open(): Promise<void>;
  /** The mirror that is set by policy, which the page with the downloads cannot read. */
  readMirror(): Promise<string | undefined>;
}

/** The downloads, whose page may not exist yet: everything waits until `open` has made it. */
export function remoteDownloads({ open, readMirror }: RemoteSurroundings): RemoteDownloads {
  const atMirror = async (wanted: WantedModel): Promise<WantedModel> => {
    const hubOrigin = await readMirror();
    return hubOrigin === undefined ? wanted : { ...wanted, hubOrigin };
  };

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
      void open().then(async () => {
        const told =
          command.kind === "start"
            ? { ...command, wanted: await atMirror(command.wanted) }
            : command;
        const channel = openChannel("downloads");
        channel.onMessage(() => channel.close()); // it was heard
        channel.send(told);
      });
    },

    async askListing(wanted, signal) {
      await open();
      return askListing(await atMirror(wanted), signal);
    },
  };
}

async function askListing(wanted: WantedModel, signal: AbortSignal): Promise<Listing> {
  let listing: Listing = { totalBytes: 0, files: [] };
  const onEvent = (told: { kind: "done"; listing: Listing }) => {
    ({ listing } = told);
  };
  await remoteCall(openChannel("listing"), { request: wanted, onEvent }, signal);
  return listing;
}
