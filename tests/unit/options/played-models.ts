import type { DeviceReport, GpuAdapter, Gpu } from "../../../lib/models/device-report.ts";
import type { KeptModel } from "../../../lib/options/kept-models.ts";
import { createModels } from "../../../lib/options/models.ts";
import { PlayedDownloads } from "./played-downloads.ts";

const GIB = 1024 ** 3;

export const adapter: GpuAdapter = {
  kind: "adapter",
  shaderF16: true,
  isSoftware: false,
  maxBufferBytes: 4 * GIB,
  maxBindingBytes: 4 * GIB,
};

/** A large machine, with or without a graphics card. */
export function reportWith(gpu: Gpu): DeviceReport {
  const speed = { readWeightsPerSecond: 2e10, writeWeightsPerSecond: 4e9 };
  return {
    gpu,
    cores: 8,
    threads: 4,
    memoryBytes: 16 * GIB,
    freeBytes: 100 * GIB,
    speed: { wasm: speed, webgpu: gpu.kind === "none" ? null : speed },
  };
}

export function keptModel(id: string): KeptModel {
  return {
    id,
    kind: "language",
    name: id,
    bytes: 100e6,
    fileCount: 5,
    revision: "1e45daba048899e7",
  };
}

/** What a test says of the machine. */
interface Played {
  stored?: KeptModel[];
  /** What is found when a model is checked. */
  badFiles?: string[];
  isMetered?: boolean;
  report?: DeviceReport;
}

/** A reader's models on a machine without a graphics card, and a hub whose models have 365 MB. */
export async function openModels({
  stored = [],
  badFiles = [],
  isMetered = false,
  report = reportWith({ kind: "none" }),
}: Played = {}) {
  const downloads = new PlayedDownloads();
  const machine = { stored, chosen: null as string | null, requests: 0, told: 0 };
  const watchers: (() => void)[] = [];
  const models = createModels({
    kept: {
      list: async () => machine.stored,
      readChosen: async () => machine.chosen,
      writeChosen: async (id) => {
        machine.chosen = id;
      },
      remove: async (id) => {
        machine.stored = machine.stored.filter((model) => model.id !== id);
      },
      verify: async () => badFiles,
    },
    fetching: {
      downloads,
      askSize: async () => {
        machine.requests += 1;
        return 365e6;
      },
      isMetered: () => isMetered,
    },
    checkDevice: async () => report,
    countRequests: async () => machine.requests,
    tellChange: () => {
      machine.told += 1;
    },
    watchChanges: (listener) => watchers.push(listener),
  });
  await models.refresh();
  await models.offers.check();
  const changeElsewhere = () => watchers.forEach((listener) => listener());
  return { models, downloads, machine, changeElsewhere };
}
