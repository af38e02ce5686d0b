import type { Device } from "../models/device.ts";
import {
  type DeviceReport,
  type Gpu,
  hardwareAdapter,
  type Speed,
} from "../models/device-report.ts";
import { dtypesFor } from "../models/weights.ts";
import { type Rung, threadsFor } from "./ladder.ts";

/** What the check needs of the machine, so that a test can stand in for it. */
export interface CheckSurroundings {
  detectGpu(): Promise<Gpu>;
  /** Measures in a realm of its own, which is gone afterwards. */
  measureSpeed(rung: Rung): Promise<Speed>;
  /** The best that was measured of a rung on this machine, with what was measured now, if it was. */
  bestSpeed(rung: Rung, measured: Speed | null): Promise<Speed | null>;
  estimateStorage(): Promise<StorageEstimate>;
  /** Whether something computes now, so that what is measured would seem slow. */
  isBusy(): boolean;
  cores: number;
  memoryBytes: number | null;
}

type Measured = Pick<DeviceReport, "gpu" | "speed">;

/** Finds out what this machine can run. What does not change is measured once. */
export class DeviceCheck {
  readonly #surroundings: CheckSurroundings;
  #measured: Promise<Measured> | null = null;

  constructor(surroundings: CheckSurroundings) {
    this.#surroundings = surroundings;
  }

  /** What this machine has, and how fast it is. */
  async report(): Promise<DeviceReport> {
    const { cores, memoryBytes } = this.#surroundings;
    const [measured, freeBytes] = await Promise.all([this.#measureOnce(), this.#freeBytes()]);
    return {
      ...measured,
      cores,
      threads: threadsFor({ cores }),
      memoryBytes,
      freeBytes,
    };
  }

  /** A measurement that failed, or that something disturbed, serves its asker and is forgotten. */
  async #measureOnce(): Promise<Measured> {
    const wasBusy = this.#surroundings.isBusy();
    this.#measured ??= this.#measure();
    const measuring = this.#measured;
    const forget = () => {
      if (this.#measured === measuring) this.#measured = null;
    };
    try {
      const measured = await measuring;
      if (wasBusy || this.#surroundings.isBusy() || !measured.speed.wasm) forget();
      return measured;
    } catch (thrown) {
      forget();
      throw thrown;
    }
  }

  /** One device after the other: at once, each would seem slow. */
  async #measure(): Promise<Measured> {
    const gpu = await this.#surroundings.detectGpu();
    const wasm = await this.#speedOf("wasm", false);
    const adapter = hardwareAdapter(gpu);
    const webgpu = adapter && (await this.#speedOf("webgpu", adapter.shaderF16));
    return { gpu, speed: { wasm, webgpu } };
  }

  async #speedOf(device: Device, shaderF16: boolean): Promise<Speed | null> {
    const [dtype] = dtypesFor(device, shaderF16);
    const threads = device === "wasm" ? threadsFor(this.#surroundings) : 1;
    if (!dtype) return null;
    const rung = { device, dtype, threads };
    const measured = await this.#surroundings.measureSpeed(rung).catch(() => null);
    // a full disk costs no more than what was measured before
    return this.#surroundings.bestSpeed(rung, measured).catch(() => measured);
  }

  async #freeBytes(): Promise<number | null> {
    const nothing: StorageEstimate = {};
    const { quota, usage } = await this.#surroundings.estimateStorage().catch(() => nothing);
    return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
  }
}
