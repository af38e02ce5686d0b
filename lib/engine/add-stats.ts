import type { JobStats } from "./engine.ts";

export const noStats: JobStats = {
  promptTokens: 0,
  reusedTokens: 0,
  answerTokens: 0,
  prefillMs: 0,
  decodeMs: 0,
};

/** What several prompts of one job took together. */
export function addStats(one: JobStats, other: JobStats): JobStats {
  return {
    promptTokens: one.promptTokens + other.promptTokens,
    reusedTokens: one.reusedTokens + other.reusedTokens,
    answerTokens: one.answerTokens + other.answerTokens,
    prefillMs: one.prefillMs + other.prefillMs,
    decodeMs: one.decodeMs + other.decodeMs,
  };
}
