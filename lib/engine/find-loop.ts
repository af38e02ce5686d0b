import { findLoopAtEnd } from "../text/loop-at-end.ts";

const tokens = { longestUnits: 96, fewestUnits: 24 };

/**
 * Whether an answer's last tokens go round in a loop: one stretch at least three times in a row, and
 * more often than `sourceTokenIds` say any such stretch. Gives the number of tokens to keep, up to
 * the end of the stretch's first time, or null.
 */
export function findLoop(
  tokenIds: readonly number[],
  sourceTokenIds: readonly number[] = [],
): number | null {
  return findLoopAtEnd(tokenIds, tokens, sourceTokenIds);
}
