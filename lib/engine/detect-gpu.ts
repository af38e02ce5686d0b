import type { Gpu } from "../models/device-report.ts";

/** Asks the browser for a GPU adapter, before any model is loaded for it. */
export async function detectGpu(): Promise<Gpu> {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null); // a lost GPU process
  if (!adapter) return { kind: "none" };
  return {
    kind: "adapter",
    shaderF16: adapter.features.has("shader-f16"),
    isSoftware: adapter.info.isFallbackAdapter,
    maxBufferBytes: adapter.limits.maxBufferSize,
    maxBindingBytes: adapter.limits.maxStorageBufferBindingSize,
  };
}
