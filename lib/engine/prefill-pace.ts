/** How long a step should take, so that Stop and progress are never far away. */
const STEP_MS = 200;
/**
 * Every step costs something whatever its length. Measured by `npm run bench -- engine` with 1 and 2
 * threads on two cores, against a prompt of 257 tokens in one step in a bare page: 0.97 to 1.00 of
 * its speed in steps of 128 tokens, 0.92 to 0.98 in steps of 64, for SmolLM2-135M and Qwen2.5-0.5B.
 * A step of 128 may last two seconds there; a job stopped meanwhile is ended with its worker.
 */
export const MIN_STEP_TOKENS = 128;
export const MAX_STEP_TOKENS = 512;

/** How many tokens of a prompt to read in one step, from how fast the last ones were read. */
export class PrefillPace {
  #stepTokens = MIN_STEP_TOKENS;

  /** The next step of a prompt with so many tokens left; a small rest joins the step before it. */
  nextStep(leftTokens: number): number {
    return leftTokens < this.#stepTokens * 1.5 ? leftTokens : this.#stepTokens;
  }

  record(tokens: number, ms: number): void {
    const fitting = Math.floor((tokens / Math.max(ms, 0.1)) * STEP_MS);
    this.#stepTokens = Math.min(MAX_STEP_TOKENS, Math.max(MIN_STEP_TOKENS, fitting));
  }
}
