import { catalogue } from "../models/catalogue.ts";
import type { Speed } from "../models/device-report.ts";
import type { MeasuredDevice } from "../models/best-speeds.ts";
import { tokensPerSecond } from "../models/predict-speed.ts";
import type { TokensPerSecond } from "./choose-way.ts";
import type { JobEvent, JobStats } from "./engine.ts";
import type { LoadedModel } from "./state.ts";

/** A prompt as long as those that pages make; the longer, the slower each token. */
const PROMPT_TOKENS = 1_500;

/** Shorter jobs tell more of what a start costs than of how fast a model is. */
const FEWEST_PROMPT_TOKENS = 100;
const FEWEST_ANSWER_TOKENS = 8;

/** How fast the model of a worker is: as its last job was, or else as the device's measured speed tells. */
export class JobSpeeds {
  readonly #bestSpeed: (device: MeasuredDevice, measured: null) => Promise<Speed | null>;
  #last: TokensPerSecond | null = null;

  constructor(bestSpeed: (device: MeasuredDevice, measured: null) => Promise<Speed | null>) {
    this.#bestSpeed = bestSpeed;
  }

  async of(model: LoadedModel): Promise<TokensPerSecond | null> {
    return this.#last ?? (await this.#predict(model).catch(() => null)); // unknown is no failure
  }

  /** Hands events on, and learns from how the job went. */
  listen(onEvent: (event: JobEvent) => void): (event: JobEvent) => void {
    return (event) => {
      if (event.kind === "done") this.#learn(event.stats);
      onEvent(event);
    };
  }

  #learn({ promptTokens, reusedTokens, answerTokens, prefillMs, decodeMs }: JobStats): void {
    const readTokens = promptTokens - reusedTokens;
    if (readTokens < FEWEST_PROMPT_TOKENS || answerTokens < FEWEST_ANSWER_TOKENS) return;
    this.#last = {
      read: (readTokens * 1000) / Math.max(prefillMs, 1),
      write: (answerTokens * 1000) / Math.max(decodeMs, 1),
    };
  }

  async #predict({
    modelId,
    device,
    dtype,
    threads,
  }: LoadedModel): Promise<TokensPerSecond | null> {
    const parameters = catalogue.find(({ id }) => id === modelId)?.parameters;
    const speed = await this.#bestSpeed({ device, dtype, threads }, null);
    if (parameters === undefined || !speed) return null;
    return tokensPerSecond({ parameters, promptTokens: PROMPT_TOKENS }, device, speed);
  }
}
