import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";
import { catalogue, type CatalogueModel } from "../models/catalogue.ts";
import { type DeviceReport, hardwareAdapter } from "../models/device-report.ts";
import type { WantedModel } from "../models/downloads.ts";
import { packOf } from "../models/packs.ts";
import { type Fit, fitModel, recommend } from "../models/fit.ts";

/** A model of the catalogue, and whether it runs on this machine. */
export interface Offer {
  model: CatalogueModel;
  fit: Fit;
}

/** What Sotto offers for this machine. */
export interface Offers {
  /** Everything in the catalogue, in its order; null until the machine was looked at. */
  readonly all: ReadonlySignal<readonly Offer[] | null>;
  /** The one to fetch first; null until the machine was looked at, or if nothing runs here. */
  readonly recommended: ReadonlySignal<Offer | null>;
  /** Why the machine could not be looked at. */
  readonly problem: ReadonlySignal<WireError | null>;
  /** Looks at the machine, once; again if that failed. */
  check(): Promise<void>;
  /** How to ask for a model here, best first. Waits until the machine was looked at. */
  waysToWant(modelId: string): Promise<readonly WantedModel[]>;
}

/** @param checkDevice Looks at the machine; it may take a second. */
export function createOffers(checkDevice: () => Promise<DeviceReport>): Offers {
  const report = signal<DeviceReport | null>(null);
  const problem = signal<WireError | null>(null);
  let checking: Promise<DeviceReport> | null = null;

  const checked = () =>
    (checking ??= checkDevice().catch((thrown: unknown) => {
      checking = null;
      throw thrown;
    }));

  return {
    all: computed(() => {
      const here = report.value;
      return here && catalogue.map((model) => ({ model, fit: fitModel(model, here) }));
    }),
    recommended: computed(() => report.value && recommend(catalogue, report.value)),
    problem,
    async check() {
      problem.value = null;
      try {
        report.value = await checked();
      } catch (thrown) {
        problem.value = AppError.from(thrown).toWire();
      }
    },
    waysToWant: async (modelId) => waysToWant(modelId, await checked()),
  };
}

/** A pack is for the processor; a model of the catalogue is wanted for the device that it fits; any other for what there is. */
function waysToWant(modelId: string, report: DeviceReport): readonly WantedModel[] {
  const adapter = hardwareAdapter(report.gpu);
  const onProcessor = { modelId, device: "wasm", shaderF16: false } as const;
  if (!adapter || packOf(modelId)) return [onProcessor];
  const onGpu = { modelId, device: "webgpu", shaderF16: adapter.shaderF16 } as const;
  const known = catalogue.find(({ id }) => id === modelId);
  const fit = known && fitModel(known, report);
  if (fit?.kind === "fits") return fit.weights.device === "webgpu" ? [onGpu] : [onProcessor];
  return [onGpu, onProcessor];
}
