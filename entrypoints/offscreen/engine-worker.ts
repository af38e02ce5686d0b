import "../../lib/engine/network-lock.ts";
import { remoteCheck } from "../../lib/channels/check-worker.ts";
import { serveModelWorker } from "../../lib/channels/serve-model-worker.ts";
import { loadStoredModel } from "../../lib/engine/load-stored-model.ts";
import { runJob } from "../../lib/engine/run-job.ts";

serveModelWorker({
  load: (modelId, rung, onProgress) =>
    loadStoredModel(modelId, rung, {
      findBadFile: remoteCheck(
        new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }),
      ),
      onProgress,
    }),
  run: runJob,
});
