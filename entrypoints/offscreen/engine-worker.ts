import "../../lib/engine/network-lock.ts";
import { remoteCheck } from "../../lib/channels/check-worker.ts";
import { serveModelWorker } from "../../lib/channels/serve-model-worker.ts";
import { JobSpeeds } from "../../lib/engine/job-speeds.ts";
import { loadStoredModel, loadStoredPack } from "../../lib/engine/load-stored-model.ts";
import { runJob } from "../../lib/engine/run-job.ts";
import { runTranslation } from "../../lib/engine/run-translation.ts";
import { bestSpeed } from "../../lib/models/best-speeds.ts";

const speeds = new JobSpeeds(bestSpeed);

serveModelWorker({
  load: (modelId, rung, onProgress) =>
    loadStoredModel(modelId, rung, { findBadFile: checkApart(), onProgress }),
  run: async (work, onEvent, signal) =>
    runJob({ ...work, speed: await speeds.of(work.model) }, speeds.listen(onEvent), signal),
  loadPack: (packId, rung, onProgress) =>
    loadStoredPack(packId, rung, { findBadFile: checkApart(), onProgress }),
  translate: runTranslation,
});

/** A worker of its own for each model that is loaded. */
function checkApart() {
  return remoteCheck(new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }));
}
