import { remoteDownloadWorker } from "../../lib/channels/remote-download-worker.ts";
import { remoteModelWorker } from "../../lib/channels/remote-model-worker.ts";
import { remoteSpeedProbe } from "../../lib/channels/remote-speed-probe.ts";
import { serveDeviceCheck } from "../../lib/channels/serve-device-check.ts";
import { serveDownloads } from "../../lib/channels/serve-downloads.ts";
import { serveEngine } from "../../lib/channels/serve-engine.ts";
import { detectGpu } from "../../lib/engine/detect-gpu.ts";
import { DeviceCheck } from "../../lib/engine/device-check.ts";
import { deviceMemoryBytes } from "../../lib/engine/device-memory.ts";
import { EngineHost } from "../../lib/engine/engine-host.ts";
import { bestSpeed } from "../../lib/models/best-speeds.ts";
import { DownloadsHost } from "../../lib/models/downloads-host.ts";
import { listModelFiles } from "../../lib/models/model-store.ts";

const cores = navigator.hardwareConcurrency;
const engine = new EngineHost({
  startWorker: () =>
    remoteModelWorker(
      new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" }),
    ),
  detectGpu,
  listModelFiles: async (modelId) => (await listModelFiles(modelId)).map(({ path }) => path),
  cores,
});
serveEngine(engine);

let isBusy = false;
engine.watch(({ kind }) => {
  isBusy = kind === "loading" || kind === "busy";
});
const deviceCheck = new DeviceCheck({
  detectGpu,
  measureSpeed: (rung) =>
    remoteSpeedProbe(
      new Worker(new URL("./probe-worker.ts", import.meta.url), { type: "module" }),
      rung,
    ),
  bestSpeed,
  estimateStorage: () => navigator.storage.estimate(),
  isBusy: () => isBusy,
  cores,
  memoryBytes: deviceMemoryBytes(),
});
serveDeviceCheck(() => deviceCheck.report());

serveDownloads(
  new DownloadsHost({
    startWorker: () =>
      remoteDownloadWorker(
        new Worker(new URL("./download-worker.ts", import.meta.url), { type: "module" }),
      ),
    persist: () => navigator.storage.persist(),
  }),
);
