/** Words shorter than this resemble too many others. */
const LEAST_LETTERS = 5;
/** Words of this many letters may have two that are wrong. */
const LONG_LETTERS = 7;

/** Whether one word may well be a slip of the pen for another, which is not its genitive. */
export function isSlip(written: string, meant: string): boolean {
  if (/['’]s$/.test(meant)) return false;
  if (hasSameLetters(written, meant)) return true;
  if (written.length < LEAST_LETTERS || /['’]/.test(meant)) return false;
  const most = written.length < LONG_LETTERS ? 1 : 2;
  return editsBetween(written.toLowerCase(), meant.toLowerCase()) <= most;
}

/** Whether two words differ only in the order of letters, in apostrophes or in what is doubled. */
export function hasSameLetters(word: string, other: string): boolean {
  return lettersOf(word) === lettersOf(other);
}

function lettersOf(word: string): string {
  return [...new Set(word.toLowerCase().replaceAll(/['’]/g, ""))].toSorted().join("");
}

/** The fewest letters to put in, take out or change. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [at, other] of [...to].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
