/** How long a step should take, so that Stop and progress are never far away. */
const STEP_MS = 200;
/** Shorter steps waste time on what every step costs, whatever its length. */
const MIN_STEP_TOKENS = 16;
const MAX_STEP_TOKENS = 512;

/** How many tokens of a prompt to read in one step, from how fast the last ones were read. */
export class PrefillPace {
  #stepTokens = 32;

  get stepTokens(): number {
    return this.#stepTokens;
  }

  record(tokens: number, ms: number): void {
    const fitting = Math.floor((tokens / Math.max(ms, 0.1)) * STEP_MS);
    this.#stepTokens = Math.min(MAX_STEP_TOKENS, Math.max(MIN_STEP_TOKENS, fitting));
  }
}
