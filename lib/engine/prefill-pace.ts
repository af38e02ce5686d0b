/** How long a step should take, so that Stop and progress are never far away. */
const STEP_MS = 200;
/**
 * Every step costs something whatever its length. The best of three runs (of two for the second) in
 * plain ONNX Runtime with 2 threads on two noisy cores, against a whole prompt of 384 tokens in one
 * step: SmolLM2-135M 0.98 in steps of 64 tokens, 0.90 in 32, 0.77 in 16; Qwen2.5-0.5B 1.09 in 64,
 * 0.74 in 32. A step of 64 may last a second there; a job stopped meanwhile is ended with its worker.
 */
export const MIN_STEP_TOKENS = 64;
export const MAX_STEP_TOKENS = 512;

/** How many tokens of a prompt to read in one step, from how fast the last ones were read. */
export class PrefillPace {
  #stepTokens = MIN_STEP_TOKENS;

  get stepTokens(): number {
    return this.#stepTokens;
  }

  record(tokens: number, ms: number): void {
    const fitting = Math.floor((tokens / Math.max(ms, 0.1)) * STEP_MS);
    this.#stepTokens = Math.min(MAX_STEP_TOKENS, Math.max(MIN_STEP_TOKENS, fitting));
  }
}
