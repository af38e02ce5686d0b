import "../../lib/engine/network-lock.ts";
import { serveModelWorker } from "../../lib/channels/serve-model-worker.ts";
import { loadStoredModel } from "../../lib/engine/load-stored-model.ts";
import { runJob } from "../../lib/engine/run-job.ts";

serveModelWorker({ load: loadStoredModel, run: runJob });
