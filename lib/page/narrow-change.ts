/** One replacement inside a text, in UTF-16 units. */
export interface Change {
  start: number;
  end: number;
  /** What stands between the two afterwards. */
  text: string;
}

/**
 * The least replacement of whole words that makes `before` into `after`, so that the formatting of
 * all around it is not touched.
 */
export function narrowChange(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const same = countWhile(most, (index) => before[index] === after[index]);
  const head = countBack(same, (count) => isSpace(before[count - 1]));
  const sameEnd = countWhile(
    most - head,
    (index) => before.at(-1 - index) === after.at(-1 - index),
  );
  const tail = countBack(sameEnd, (count) => isSpace(before.at(-count)));
  const text = after.slice(head, after.length - tail);
  const old = before.slice(head, before.length - tail);
  // Spaces at the edges of what is put in are where editors differ, so they come with a word.
  const isClean = [text, old].every((part) => part !== "" && part === part.trim());
  return isClean
    ? { start: head, end: before.length - tail, text }
    : { start: 0, end: before.length, text: after };
}

function countWhile(most: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count++;
  return count;
}

function countBack(from: number, isWordEdge: (count: number) => boolean): number {
  let count = from;
  while (count > 0 && !isWordEdge(count)) count--;
  return count;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
