import { serveDownloadWorker } from "../../lib/channels/serve-download-worker.ts";
import { remoteWholeHash } from "../../lib/channels/whole-hash-worker.ts";
import { askListing, download } from "../../lib/models/download.ts";
import { STEP_BYTES } from "../../lib/models/model-manifest.ts";
import { type HashKind, startWholeHash, type WholeHash } from "../../lib/models/whole-hash.ts";

/** A small file is hashed here, before another worker would have started. */
function startHash(kind: HashKind, bytes: number): Promise<WholeHash> {
  if (bytes <= STEP_BYTES) return startWholeHash(kind);
  const worker = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
  return remoteWholeHash(worker, kind);
}

serveDownloadWorker({
  list: askListing,
  download: (wanted, onProgress, signal) => download(wanted, { onProgress, startHash, signal }),
});
