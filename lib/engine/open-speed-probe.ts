import { InferenceSession, Tensor } from "onnxruntime-web/webgpu";
import { AppError } from "../errors.ts";
import type { Dtype } from "../models/device.ts";
import type { Rung } from "./ladder.ts";
import type { SpeedProbe } from "./measure-speed.ts";
import q4Network from "./speed-probe-q4.onnx?url";
import q4f16Network from "./speed-probe-q4f16.onnx?url";
import q8Network from "./speed-probe-q8.onnx?url";
import { speedProbeShape, speedProbeWeights } from "./speed-probe-shape.ts";
import { setUpRuntime } from "./start-runtime.ts";

/** What `scripts/models/speed-probe.ts` builds. */
const networks: Partial<Record<Dtype, string>> = {
  q4: q4Network,
  q4f16: q4f16Network,
  q8: q8Network,
};

/**
 * Loads a small network into the runtime that would run a model on this rung. Once in a realm, as
 * for models.
 * @throws AppError `model-unsupported` for weights that nothing is measured for; whatever ONNX
 *   Runtime throws where it cannot run.
 */
export async function openSpeedProbe(rung: Rung): Promise<SpeedProbe> {
  const { device, dtype } = rung;
  const network = networks[dtype];
  if (!network) throw new AppError("model-unsupported", `no network to measure ${dtype} with`);
  setUpRuntime(rung);
  const session = await InferenceSession.create(network, { executionProviders: [device] });
  const { hiddenSize } = speedProbeShape;
  return {
    weights: speedProbeWeights(),
    readTokens: device === "wasm" ? 32 : 128,
    async pass(tokens) {
      const values = new Float32Array(tokens * hiddenSize).fill(0.5);
      await session.run({ tokens: new Tensor("float32", values, [tokens, hiddenSize]) });
    },
  };
}
