/** What repetition is measured in: the tokens or the characters of a text. */
export type Units = ArrayLike<number> | string;

/** What counts as a loop. */
export interface LoopMeasure {
  /** The longest stretch whose repetition is looked for. */
  longestUnits: number;
  /** What all repetitions of a stretch together must fill. */
  fewestUnits: number;
}

/** A stretch that comes this often in a row is a loop. */
const FEWEST_TIMES = 3;
/** A text's last line has no break behind it, so that one repetition more may only seem so. */
const SEEMING_TIMES = 1;

/**
 * Where a text has run into a loop at its end: one stretch at least three times in a row, and more
 * often than any such stretch of `source`, the text that it is to say anew. Gives the number of
 * units up to the end of the stretch's first time, or null.
 */
export function findLoopAtEnd(
  text: Units,
  { longestUnits, fewestUnits }: LoopMeasure,
  source: Units,
): number | null {
  const longest = Math.min(longestUnits, text.length / FEWEST_TIMES);
  for (let period = 1; period <= longest; period++) {
    const repeated = repeatedAtEnd(text, period);
    if (repeated + period < Math.max(period * FEWEST_TIMES, fewestUnits)) continue;
    // what is said anew may be shorter than it was, and up to four times as long
    const alike = { fewest: Math.ceil(period / 4), most: 2 * longestUnits };
    if (timesOf(repeated, period) > mostTimes(source, alike) + SEEMING_TIMES)
      return text.length - repeated;
  }
  return null;
}

/** How often in a row a text says a stretch of some length, wherever it says one most often. */
function mostTimes(text: Units, { fewest, most }: { fewest: number; most: number }): number {
  let times = 1;
  for (let period = fewest; period <= Math.min(most, text.length / 2); period++)
    times = Math.max(times, timesOf(longestRun(text, period), period));
  return times;
}

function timesOf(repeated: number, period: number): number {
  return Math.floor(repeated / period) + 1;
}

function longestRun(text: Units, period: number): number {
  let longest = 0;
  let run = 0;
  for (let at = period; at < text.length; at++) {
    run = text[at] === text[at - period] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** How many of the last units equal the one `period` before them, without a gap. */
function repeatedAtEnd(text: Units, period: number): number {
  let count = 0;
  for (let at = text.length - 1; at >= period; at--) {
    if (text[at] !== text[at - period]) break;
    count += 1;
  }
  return count;
}
