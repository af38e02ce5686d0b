import type { Device } from "./device.ts";
import type { Speed } from "./device-report.ts";

/** What a reader may expect of a model. Good to a factor of about 1.5: see `roughSeconds`. */
export interface Prediction {
  /** From the start of a job on a loaded model until the first word of the answer. */
  firstWordSeconds: number;
  secondsPer100Words: number;
}

/** A page of 900 English words is about 1,200 tokens; what we ask of the model is the rest. */
const PROMPT_TOKENS = 1200 + 130;
const TOKENS_PER_100_WORDS = 135;

/** How long a model with so many weights takes for a page of 900 words. */
export function predict(parameters: number, device: Device, speed: Speed): Prediction {
  const { read, write } = tokensPerSecond(parameters, device, speed);
  return {
    firstWordSeconds: PROMPT_TOKENS / read,
    secondsPer100Words: TOKENS_PER_100_WORDS / write,
  };
}

/** Tokens a second that a model is expected to read of a prompt and to write of an answer. */
export function tokensPerSecond(
  parameters: number,
  _device: Device,
  speed: Speed,
): { read: number; write: number } {
  return {
    read: speed.readWeightsPerSecond / parameters,
    write: speed.writeWeightsPerSecond / parameters,
  };
}

/** Seconds as they may be told: no more exact than they are known. */
export function roughSeconds(seconds: number): number {
  if (seconds < 1) return 1;
  const step = seconds < 10 ? 1 : seconds < 30 ? 5 : seconds < 120 ? 10 : 60;
  return Math.round(seconds / step) * step;
}
