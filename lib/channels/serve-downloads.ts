import * as v from "valibot";
import { AppError } from "../errors.ts";
import { type FromDownload, fromDownloadSchema } from "../models/download-protocol.ts";
import { serveChannel } from "./channel.ts";

/** Lets the panel start downloads, each in a worker of its own that ends with its channel. */
export function serveDownloads(startWorker: () => Worker): void {
  serveChannel("download", (channel) => {
    const worker = startWorker();
    channel.onClose(() => worker.terminate());
    channel.onMessage((request) => worker.postMessage(request));

    const finish = (event: FromDownload) => {
      channel.send(event);
      channel.close();
      worker.terminate();
    };
    const fail = (why: string) =>
      finish({ kind: "failed", error: new AppError("unexpected", why).toWire() });

    worker.onerror = () => fail("the download worker broke");
    worker.onmessage = ({ data }) => {
      const parsed = v.safeParse(fromDownloadSchema, data);
      if (!parsed.success) return fail("the download worker told nonsense");
      if (parsed.output.kind === "progress") channel.send(parsed.output);
      else finish(parsed.output);
    };
  });
}
