import { serveDownloadWorker } from "../../lib/channels/serve-download-worker.ts";
import { download } from "../../lib/models/download.ts";

serveDownloadWorker(download);
