import { serveDownloadWorker } from "../../lib/channels/serve-download-worker.ts";
import { remoteWholeHash } from "../../lib/channels/whole-hash-worker.ts";
import { askListing, download } from "../../lib/models/download.ts";
import type { HashKind } from "../../lib/models/whole-hash.ts";

const startHash = (kind: HashKind) =>
  remoteWholeHash(
    new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" }),
    kind,
  );

serveDownloadWorker({
  list: askListing,
  download: (wanted, onProgress, signal) => download(wanted, { onProgress, startHash, signal }),
});
