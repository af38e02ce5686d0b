import { remoteModelWorker } from "../../lib/channels/remote-model-worker.ts";
import { serveDownloads } from "../../lib/channels/serve-downloads.ts";
import { serveEngine } from "../../lib/channels/serve-engine.ts";
import { detectGpu } from "../../lib/engine/detect-gpu.ts";
import { EngineHost } from "../../lib/engine/engine-host.ts";
import { listModelFiles } from "../../lib/models/model-store.ts";

serveEngine(
  new EngineHost({
    startWorker: () =>
      remoteModelWorker(
        new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" }),
      ),
    detectGpu,
    listModelFiles: async (modelId) => (await listModelFiles(modelId)).map(({ path }) => path),
    cores: navigator.hardwareConcurrency,
  }),
);

serveDownloads(
  () => new Worker(new URL("./download-worker.ts", import.meta.url), { type: "module" }),
);
