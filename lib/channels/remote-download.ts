import type { DownloadEvent, DownloadRequest } from "../models/download-protocol.ts";
import { openChannel } from "./channel.ts";
import { remoteCall } from "./remote-call.ts";

/**
 * Has the download worker fetch a model, or say how large it is.
 * @throws AppError what it failed with; `cancelled` when `signal` aborts.
 */
export function remoteDownload(
  request: DownloadRequest,
  onEvent: (event: DownloadEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  return remoteCall(openChannel("download"), { request, onEvent }, signal);
}
