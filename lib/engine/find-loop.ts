/** The longest stretch, in tokens, whose repetition is looked for. */
const MAX_PERIOD = 96;
/** A stretch that has come this often in a row is a loop, if it fills `MIN_LOOP_TOKENS`. */
const MIN_REPEATS = 3;
const MIN_LOOP_TOKENS = 24;

/**
 * Whether an answer's last tokens go round in a loop: one stretch at least three times in a row.
 * Gives the number of tokens to keep, up to the end of the stretch's first time, or null.
 */
export function findLoop(tokenIds: readonly number[]): number | null {
  for (let period = 1; period <= MAX_PERIOD; period++) {
    const needed = Math.max(period * MIN_REPEATS, MIN_LOOP_TOKENS);
    if (needed > tokenIds.length) return null;
    const repeated = repeatedTail(tokenIds, period);
    if (repeated + period >= needed) return tokenIds.length - repeated;
  }
  return null;
}

/** How many of the last tokens equal the one `period` before them, without a gap. */
function repeatedTail(tokenIds: readonly number[], period: number): number {
  let count = 0;
  for (let at = tokenIds.length - 1; at >= period; at--) {
    if (tokenIds[at] !== tokenIds[at - period]) break;
    count++;
  }
  return count;
}
