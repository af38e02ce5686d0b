import "../../lib/engine/network-lock.ts";
import { serveCheck } from "../../lib/channels/check-worker.ts";
import { findBadFile } from "../../lib/models/find-bad-file.ts";

serveCheck(findBadFile);
