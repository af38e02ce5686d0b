import { serveWholeHash } from "../../lib/channels/whole-hash-worker.ts";
import { startWholeHash } from "../../lib/models/whole-hash.ts";

serveWholeHash(startWholeHash);
