import { env, InferenceSession } from "onnxruntime-web/webgpu";
import type { Rung } from "./ladder.ts";
import { runtimeFiles } from "./runtime-files.ts";
import smallestNetwork from "./smallest-network.onnx?url&no-inline";

/** Tells ONNX Runtime what to run on. Once in a realm: it cannot be set up again otherwise. */
export function setUpRuntime({ device, threads }: Rung): void {
  env.logLevel = "fatal";
  env.wasm.wasmPaths = runtimeFiles(device);
  env.wasm.numThreads = threads;
}

/**
 * Sets the runtime up and starts it. It would start by itself with the first network; this is for
 * whoever has something else to do meanwhile.
 * @throws whatever ONNX Runtime throws where it cannot run.
 */
export async function startRuntime(rung: Rung): Promise<void> {
  setUpRuntime(rung);
  const executionProviders = [rung.device];
  const session = await InferenceSession.create(smallestNetwork, { executionProviders });
  await session.release();
}
