import type { Device } from "./device.ts";
import type { Speed } from "./device-report.ts";

/** What a reader may expect of a model. Good to a factor of about 1.5: see `roughSeconds`. */
export interface Prediction {
  /** From the start of a job on a loaded model until the first word of the answer. */
  firstWordSeconds: number;
  secondsPer100Words: number;
}

/** A page of 900 English words is about 1,200 tokens; the rest is what we ask of the model. */
const PROMPT_TOKENS = 1200 + 130;
const TOKENS_PER_100_WORDS = 135;

/**
 * Looking back at one earlier token costs as much as so many weights, for each unit of the model's
 * width, for which the square root of its weights stands. Fitted to three models of true shape on a
 * processor, where attention takes most of the time of a long prompt: the times that come out are
 * 0.9 to 1.4 of those measured for reading, 0.8 to 1.4 for writing. Nothing is known of WebGPU.
 */
const lookBack: Record<Device, { reading: number; writing: number }> = {
  wasm: { reading: 95, writing: 16 },
  webgpu: { reading: 0, writing: 0 },
};

/** How long a model with so many weights takes for a page of 900 words. */
export function predict(parameters: number, device: Device, speed: Speed): Prediction {
  const tokens = { parameters, promptTokens: PROMPT_TOKENS };
  const { read, write } = tokensPerSecond(tokens, device, speed);
  return {
    firstWordSeconds: PROMPT_TOKENS / read,
    secondsPer100Words: TOKENS_PER_100_WORDS / write,
  };
}

/**
 * Tokens a second that a model is expected to read of a prompt, on average over its length, and to
 * write after it.
 */
export function tokensPerSecond(
  { parameters, promptTokens }: { parameters: number; promptTokens: number },
  device: Device,
  { readWeightsPerSecond, writeWeightsPerSecond }: Speed,
): { read: number; write: number } {
  const width = Math.sqrt(parameters);
  const { reading, writing } = lookBack[device];
  return {
    read: readWeightsPerSecond / (parameters + (promptTokens / 2) * width * reading),
    write: writeWeightsPerSecond / (parameters + promptTokens * width * writing),
  };
}

/** Seconds as they may be told: no more exact than they are known. */
export function roughSeconds(seconds: number): number {
  if (seconds < 1) return 1;
  const step = seconds < 10 ? 1 : seconds < 30 ? 5 : seconds < 120 ? 10 : 60;
  return Math.round(seconds / step) * step;
}
