import * as v from "valibot";
import { fromDownloadSchema } from "../models/download-protocol.ts";
import { serveChannel } from "./channel.ts";

/** Lets the panel start downloads, each in a worker of its own that ends with its channel. */
export function serveDownloads(startWorker: () => Worker): void {
  serveChannel("download", (channel) => {
    const worker = startWorker();
    channel.onClose(() => worker.terminate());
    channel.onMessage((request) => worker.postMessage(request));
    worker.onmessage = ({ data }) => {
      const event = v.parse(fromDownloadSchema, data);
      channel.send(event);
      if (event.kind === "progress") return;
      channel.close();
      worker.terminate();
    };
  });
}
