/** How long one job took, on the clock of the page that asked for it. */
export interface Timing {
  promptTokens: number;
  /** From the start until the first token of the answer is known. */
  prefillMs: number;
  /** Of each pass after that; each gave one token. */
  passMs: number[];
}
